using System.Net;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>What cannot begin says why, calmly, and ends with a number of its own.</summary>
public sealed class ExitCodeTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private static readonly Dictionary<string, string> NoDisplay = new() { ["DISPLAY"] = "" };

    [Theory]
    [InlineData("--server")]
    [InlineData("--server http://127.0.0.1:9 --accept yes")]
    [InlineData("--server http://127.0.0.1:9 --locale nl")]
    public async Task Program_SaysUsage_WhenAnOptionIsUnknown(string arguments)
    {
        await using var agent = AgentProcess.Start(display, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        (await agent.ExitAsync()).ShouldBe((int)ExitCode.Usage);
        (await agent.Errors).ShouldStartWith("ServiceDesk-Agent --server URL");
    }

    [Fact]
    public async Task Program_SaysThatThereIsNoScreen_WithoutDisplay()
    {
        await using var agent = AgentProcess.Start(display, NoDisplay, "--server", "http://127.0.0.1:9", "--locale", "de");
        (await agent.ExitAsync()).ShouldBe((int)ExitCode.NoDisplay);
        (await agent.Errors).ShouldContain("kein Bildschirm");
    }

    [Theory]
    [InlineData("SUDO_UID")]
    [InlineData("PKEXEC_UID")]
    [Trait("Abuse", "58")]
    public async Task Program_DoesNotRunElevated(string variable)
    {
        await using var agent = AgentProcess.Start(
            display, new Dictionary<string, string> { [variable] = "1000" }, "--server", "http://127.0.0.1:9", "--locale", "en");
        if (!Environment.IsPrivilegedProcess)
        {
            await agent.PageAsync("start"); // the variable alone elevates nobody
            return;
        }
        (await agent.ExitAsync()).ShouldBe((int)ExitCode.Elevated);
        (await agent.Errors).ShouldContain("without administrator rights");
    }

    [Fact]
    public async Task Program_SaysThatTheAddressIsNone_InAWindowToo()
    {
        await using var agent = AgentProcess.Start(display, "--server", "desk.example.org");
        await agent.YesAsync("problem");
        (await agent.ExitAsync()).ShouldBe((int)ExitCode.NoDesk);
        (await agent.Errors).ShouldContain("desk.example.org");
    }

    [Fact]
    [Trait("Abuse", "57")]
    public async Task Program_CallsTheFirstToTheFront_WhenStartedTwice()
    {
        await using var first = AgentProcess.Start(display, "--server", "http://127.0.0.1:9");
        await first.PageAsync("start");
        await using var second = AgentProcess.Start(display, "--server", "http://127.0.0.1:9");
        (await second.ExitAsync()).ShouldBe((int)ExitCode.AlreadyRunning);
        await first.PageAsync("start");
        first.Process.HasExited.ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "61")]
    public async Task Program_SaysThatTheDeskIsNotThere_AndLetsTheCustomerTryAgain()
    {
        await using var agent = AgentProcess.Start(display, "--server", "http://127.0.0.1:9", "--channel", FakeDesk.Channel, "--locale", "en");
        await agent.YesAsync("start");
        await agent.YesAsync("channel");
        await agent.NoAgainAsync("channel");
        (await agent.ExitAsync()).ShouldBe((int)ExitCode.Unreachable);
        (await agent.Errors).ShouldContain("127.0.0.1:9 cannot be reached");
    }

    [Fact]
    [Trait("Abuse", "61")]
    public async Task Program_SaysThatNoDeskAnswers_WhenSomethingElseDoes()
    {
        using var other = new HttpListener();
        other.Prefixes.Add("http://127.0.0.1:18999/");
        other.Start();
        Task answering = AnswerAsync(other);
        await using var agent = AgentProcess.Start(display, "--server", "http://127.0.0.1:18999", "--channel", FakeDesk.Channel, "--locale", "en");
        await agent.YesAsync("start");
        await agent.YesAsync("channel");
        await agent.NoAgainAsync("channel");
        (await agent.ExitAsync()).ShouldBe((int)ExitCode.NoDesk);
        (await agent.Errors).ShouldContain("no service desk at 127.0.0.1:18999");
        other.Stop();
        await answering;
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await listener.GetContextAsync();
                context.Response.StatusCode = 404;
                context.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
