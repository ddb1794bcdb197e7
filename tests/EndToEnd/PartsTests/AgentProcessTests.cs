using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.PartsTests;

/// <summary>A shell script stands for the agent: what the watcher must see is easier to misbehave with.</summary>
public sealed class AgentProcessTests
{
    [Fact]
    public async Task LeavesNothing_Holds_WhenTheProgramIsClean()
    {
        await using Desktop desktop = await Desktop.StartAsync();
        using TemporaryFolder folder = new();
        await using AgentProcess agent = AgentProcess.Start(Script(folder, "echo \"$DISPLAY $*\"; exit 3"), desktop, new Uri("http://localhost:5080"), "482913075");

        (await agent.ExitAsync()).ShouldBe(3);

        await agent.LeavesNothingAsync();
        await Patience.UntilAsync(() => agent.Output.Count > 0, "its output is read");
        agent.Output.ShouldBe([$"{desktop.Display} --server http://localhost:5080 --channel 482913075 --locale de"]);
    }

    [Fact]
    public async Task FilesLeft_NamesFiles_WhereverTheyAre()
    {
        await using Desktop desktop = await Desktop.StartAsync();
        using TemporaryFolder folder = new();
        await using AgentProcess agent = AgentProcess.Start(Script(folder, "mkdir \"$HOME/.net\"; : > \"$HOME/.net/a\"; : > \"$TMPDIR/b\"; : > c"), desktop);

        (await agent.ExitAsync()).ShouldBe(0);

        agent.FilesLeft.Order(StringComparer.Ordinal).ShouldBe([".net", ".net/a", "downloads/c", "tmp/b"]);
    }

    [Fact]
    public async Task ProcessesLeft_FindsAChild_WhenItsParentIsGone()
    {
        await using Desktop desktop = await Desktop.StartAsync();
        using TemporaryFolder folder = new();
        await using AgentProcess agent = AgentProcess.Start(Script(folder, "sleep 300 > /dev/null 2>&1 &"), desktop);

        (await agent.ExitAsync()).ShouldBe(0);

        agent.ProcessesLeft.ShouldHaveSingleItem().ShouldNotBe(agent.ProcessId);
    }

    [Fact]
    public async Task Terminate_IsASignalThatTheProgramMayHandle()
    {
        await using Desktop desktop = await Desktop.StartAsync();
        using TemporaryFolder folder = new();
        await using AgentProcess agent = AgentProcess.Start(Script(folder, "trap 'exit 7' TERM; echo ready; while :; do sleep 0.05; done"), desktop);
        await Patience.UntilAsync(() => agent.Output.Contains("ready"), "the script runs");

        agent.Terminate();

        (await agent.ExitAsync()).ShouldBe(7);
    }

    private static string Script(TemporaryFolder folder, string commands)
    {
        string file = folder.Below("agent");
        File.WriteAllText(file, $"#!/bin/sh\n{commands}\n");
        return file;
    }
}
