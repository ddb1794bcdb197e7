using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input;

public sealed class InputGateRaceTests
{
    [Theory]
    [InlineData("end")]
    [InlineData("revocation")]
    [InlineData("lost line")]
    [InlineData("problem")]
    [InlineData("silence")]
    [Trait("Abuse", "32")]
    public async Task Gate_LetsNothingThrough_InAThousandRacesWithInputInFlight(string what)
    {
        for (int race = 0; race < 1000; race++)
        {
            var input = new RecordingInput();
            using var gate = new InputGate(input, new OwnWindows(), TimeProvider.System);
            gate.Resize(100, 100);
            uint seq = gate.Change(Grants.View | Grants.Control)!.GrantSeq;
            using var start = new Barrier(2);
            Task burst = Task.Run(
                () =>
                {
                    start.SignalAndWait();
                    for (ushort i = 0; i < 50; i++)
                        gate.Apply(new PointerInput(seq, i, i, (PointerButtons)(i & 1), 0, 0));
                },
                TestContext.Current.CancellationToken);
            start.SignalAndWait(TestContext.Current.CancellationToken);
            Thread.SpinWait(race % 200);
            switch (what)
            {
                case "end": gate.End(); break;
                case "revocation": gate.Revoke(Grants.Control); break;
                case "lost line": gate.LoseLine(); break;
                case "problem": gate.Rest(PauseReason.ProblemFound); break;
                case "silence": gate.Silence(true); break;
            }
            int afterwards = input.Injected;
            input.Down.ShouldBeEmpty();
            await burst;
            input.Injected.ShouldBe(afterwards);
        }
    }
}
