using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>A relay that touches records gets refusal, and never an event.</summary>
public sealed class RecordTests : IAsyncLifetime
{
    private readonly RecordingInput _input = new();
    private FakeDesk _desk = null!;
    private AgentInProcess _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await FakeDesk.StartAsync();
        _agent = new AgentInProcess(_desk, new ThrowingScreen(), _input);
        await _agent.BecomeActiveAsync();
        await _agent.AllowAsync(Grants.Control, "control");
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Theory]
    [InlineData("flip header")]
    [InlineData("flip content")]
    [InlineData("flip tag")]
    [InlineData("drop")]
    [InlineData("repeat")]
    [InlineData("reorder")]
    [InlineData("replay")]
    [InlineData("shorten")]
    [InlineData("empty")]
    [InlineData("plain")]
    [Trait("Abuse", "32")]
    public async Task Record_EndsTheSession_WhenTheRelayTouchesIt(string how)
    {
        _desk.Viewer.Pings = false;
        _desk.Viewer.Acknowledges = false; // nothing else is sent meanwhile
        await Shell.UntilAsync(() => _agent.Gate.Allows(Grants.Control), "control");
        uint seq = _desk.Viewer.Grants!.GrantSeq;
        byte[] first = _desk.Viewer.Seal(new Ping(1)), second = _desk.Viewer.Seal(new TextInput(seq, "x"));
        byte[][] sent = how switch
        {
            "flip header" => [Flip(first, 3), second],
            "flip content" => [Flip(first, 20), second],
            "flip tag" => [Flip(first, first.Length - 1), second],
            "drop" => [second],
            "repeat" => [first, first, second],
            "reorder" => [second, first],
            "replay" => [first, first, second],
            "shorten" => [first[..^1], second],
            "empty" => [[], second],
            _ => [[0x43, 0, 0, 0, (byte)seq, (byte)'x']],
        };
        foreach (byte[] record in sent)
            await _desk.Viewer.SendRawAsync(record);
        (await _agent.EndedAsync()).Heading.ShouldBe("The security check has failed, the session has ended.");
        _input.Injected.ShouldBe(0);
        _desk.Reports.Last().ShouldBe("end SecurityFailed");
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end");
        ((int?)_desk.Viewer.ClosedWith).ShouldBe(4495);
        _desk.Viewer.Lines.ShouldBe(1, "a refused record is no broken line");
    }

    [Fact]
    public async Task Record_IsReadWithTheNextKeys_AfterTheViewersKeyUpdate()
    {
        await _desk.Viewer.UpdateKeysAsync();
        await _desk.Viewer.SendAsync(new TextInput(_desk.Viewer.Grants!.GrantSeq, "x"));
        await Shell.UntilAsync(() => _input.Injected == 1, "the text");
    }

    [Fact]
    public async Task Record_IsSealedWithTheNextKeys_AfterTenMinutes()
    {
        for (uint ping = 100; ping < 161; ping++)
        {
            _agent.Time.Advance(TimeSpan.FromSeconds(10)); // no silence is long enough to be noticed
            await _desk.Viewer.SendAsync(new Ping(ping));
            await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Pong(ping)), "an answer");
        }
        await Shell.UntilAsync(() => _desk.Viewer.Records.Any(record => record[4] == 1), "a record of the next epoch");
        _desk.Viewer.Over.ShouldBeFalse();
    }

    private static byte[] Flip(byte[] record, int at)
    {
        record = [.. record];
        record[at] ^= 0x10;
        return record;
    }
}
