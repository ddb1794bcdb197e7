using System.Buffers;
using System.Security.Cryptography;
using ServiceDesk.EndToEnd.Parts;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>Whatever a relay in foreign hands does, it ends in refusal: never in a picture, never in an event.</summary>
public sealed class EvilRelayTests(Browsers browsers)
{
    private const byte Record = 0x40;
    private const int HeaderBytes = 13;
    private const string Typed = "Zugvögel über Überlingen: 100 € @ 5 °C";

    [Fact]
    [Trait("Abuse", "17")]
    public async Task ManInTheMiddle_SeesNothing_BecauseTheNumberThatIsReadOutIsNotTheAgents()
    {
        await using RunningSession session = await RunningSession.JoinThroughAsync(browsers);
        await session.OpenViewerAsync();
        using ManInTheMiddle man = new(await ManInTheMiddle.WhatTheServerKnowsAsync(session.Viewer.Page));
        Relay(session).Rule = man.Between;
        await session.ReachNumberAsync();
        string readOut = await session.Viewer.NumberAsync();
        man.AgentsNumber.ShouldNotBeNull().Digits.ShouldNotBe(readOut);

        for (int typing = 1; typing <= 3; typing++)
        {
            await session.Windows.TypeAsync("number", readOut);
            await session.Windows.YesAsync("number");
        }

        await session.Windows.PanelAsync("ended");
        await session.Consultant.SeesEndAsync("NumberWrong");
        await session.Viewer.StateAsync("ended");
        Relay(session).Heard.ShouldNotContain(message => message.Bytes[0] == Record);
    }

    [Fact]
    [Trait("Abuse", "23")]
    public async Task Viewer_RefusesAFourthHandshake_WhenTheRelayBeginsAgainInSilence()
    {
        await using RunningSession session = await RunningSession.JoinThroughAsync(browsers);
        await session.OpenViewerAsync();
        Rs1Context context = await ManInTheMiddle.WhatTheServerKnowsAsync(session.Viewer.Page);
        using HandshakeAgent again = new(context, TimeProvider.System, RandomNumberGenerator.Create());
        int answers = 0;
        Relay(session).Rule = message =>
        {
            if (!message.FromAgent)
            {
                answers++;
            }

            // Each answer of the viewer is thrown away and the next beginning sent; after the three that one end makes comes one from a second.
            return message.FromAgent && message.Index > 0 ? [] : [new Passed(again.TryBegin(out byte[] m1) ? m1 : Fourth(), Back: !message.FromAgent)];
        };

        await session.Windows.YesAsync("viewing");

        await session.Viewer.StateAsync("ended");
        answers.ShouldBe(3);
        Relay(session).Heard.ShouldNotContain(message => message.Bytes[0] == Record);

        byte[] Fourth()
        {
            using HandshakeAgent other = new(context, TimeProvider.System, RandomNumberGenerator.Create());
            other.TryBegin(out byte[] m1).ShouldBeTrue();
            return m1;
        }
    }

    [Fact]
    [Trait("Abuse", "25")]
    public async Task Viewer_ShowsNoMoreAndTheRecordSaysWhy_WhenOneBitOfAPictureIsFlipped()
    {
        await using RunningSession session = await RunningSession.BeginThroughAsync(browsers);
        Relay(session).Rule = message => [new Passed(message.FromAgent ? Flipped(message.Bytes) : message.Bytes)];

        await session.Desktop.TypeAsync("x"); // the desktop changes, so a picture goes out

        await session.Viewer.StateAsync("ended");
        await session.Consultant.SeesEndAsync("SecurityFailed");
        await session.Windows.PanelAsync("ended");
    }

    [Theory]
    [InlineData(Tampering.Swap)]
    [InlineData(Tampering.Repeat)]
    [InlineData(Tampering.Drop)]
    [Trait("Abuse", "24")]
    public async Task Agent_TypesNothingOfIt_WhenTheConsultantsInputIsTamperedWith(Tampering how)
    {
        await using RunningSession session = await RunningSession.BeginThroughAsync(browsers);
        await session.TakeControlAsync();
        Relay(session).Rule = Tamperings.Rule(how);

        await session.Viewer.TypeLineAsync("touch made-by-the-relay.txt");

        await session.Windows.PanelAsync("ended");
        await session.Consultant.SeesEndAsync("SecurityFailed");
        HeldKeys.On(session.Desktop.Display).ShouldBeEmpty();
        File.Exists(Path.Combine(session.Folder, "made-by-the-relay.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task Relay_HoldsNoWordOfIt_WhenAllOfASessionsTrafficIsSearched()
    {
        await using RunningSession session = await RunningSession.BeginThroughAsync(browsers);
        await session.TakeControlAsync();
        await session.Viewer.TypeLineAsync($"echo '{Typed}' > from-the-viewer.txt");
        string made = Path.Combine(session.Folder, "from-the-viewer.txt");
        await Patience.UntilAsync(() => File.Exists(made) && new FileInfo(made).Length > 0, "the typed line has made its file");
        await session.Viewer.EqualsAsync(session.Desktop);

        byte[][] records = [.. Relay(session).Heard.Where(message => message.Bytes[0] == Record).Select(message => message.Bytes)];

        ForbiddenTraces known = new("Zugvögel", "Überlingen", "from-the-viewer", "KeyE", "ShiftLeft", "Enter");
        known.InBytes("what an open line would carry", Open(new TextInput(1, Typed))).ShouldNotBeEmpty();
        byte[] sealedBytes = [.. records.SelectMany(record => record.Skip(HeaderBytes))];
        sealedBytes.Length.ShouldBeGreaterThan(20_000);
        known.InBytes("the relay's memory", sealedBytes).ShouldBeEmpty();
        Chance.ChiSquare(sealedBytes).ShouldBeInRange(120, 420); // 255 degrees of freedom; a picture or deflated bytes give thousands
    }

    private static RelayUnderTest Relay(RunningSession session) => session.Relay.ShouldNotBeNull();

    private static byte[] Flipped(byte[] record)
    {
        byte[] other = [.. record];
        other[^1] ^= 1;
        return other;
    }

    private static byte[] Open(TextInput message)
    {
        ArrayBufferWriter<byte> plain = new();
        message.Write(plain);
        return plain.WrittenSpan.ToArray();
    }
}
