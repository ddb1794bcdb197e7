using System.Text.Json;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.RemoteSession.Tests.Joining;

public class JoiningJsonTests
{
    private static readonly JoinedSession Session = new(
        new Guid("6f1c2a5e-0000-4000-8000-000000000001"),
        "Ada Muster",
        "T-2026-00042",
        "Rechenzentrum",
        "https://desk.example.org",
        [new AcceptedDocument("privacy", "3", "de", "Datenschutz", new string('a', 64), "Wir speichern nichts.\n")],
        new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
        "/relay/6f1c2a5e-0000-4000-8000-000000000001",
        new string('A', 43),
        new string('R', 43));

    [Fact]
    public void Serialize_WritesRefusalAsName_WhenRefused() =>
        JsonSerializer.Serialize(JoinAnswer.Refused(JoinRefusal.OutdatedAgent), JoiningJson.Default.JoinAnswer)
            .ShouldBe("""{"refusal":"OutdatedAgent","session":null}""");

    [Fact]
    public void Serialize_WritesCamelCase_WhenOffer() =>
        JsonSerializer.Serialize(new JoinOffer("000 005 724", "0.1.0"), JoiningJson.Default.JoinOffer)
            .ShouldBe("""{"channel":"000 005 724","agentVersion":"0.1.0"}""");

    [Fact]
    public void Deserialize_GivesTheSession_WhenItWasSerialized()
    {
        string json = JsonSerializer.Serialize(JoinAnswer.Joined(Session), JoiningJson.Default.JoinAnswer);
        JoinedSession read = JsonSerializer.Deserialize(json, JoiningJson.Default.JoinAnswer)!.Session!;
        read.Documents.ShouldBe(Session.Documents);
        (read with { Documents = Session.Documents }).ShouldBe(Session);
    }

    [Fact]
    public void Serialize_AgreesWithReflection_WhenTheServerHasNoContext() =>
        JsonSerializer.Serialize(JoinAnswer.Joined(Session), JsonSerializerOptions.Web)
            .ShouldBe(JsonSerializer.Serialize(JoinAnswer.Joined(Session), JoiningJson.Default.JoinAnswer));

    [Fact]
    public void Serialize_WritesNumberAndName_WhenGrantsAndReason()
    {
        JsonSerializer.Serialize(Grants.View | Grants.Control, JoiningJson.Default.Grants).ShouldBe("3");
        JsonSerializer.Serialize(SessionEndReason.CustomerEnded, JoiningJson.Default.SessionEndReason).ShouldBe("\"CustomerEnded\"");
        JsonSerializer.Serialize(SessionNews.ProblemFound, JoiningJson.Default.SessionNews).ShouldBe("\"ProblemFound\"");
    }

    [Fact]
    public void Serialize_WritesTheWayBack_WhenALineWasLost()
    {
        JsonSerializer.Serialize(new ReturnOffer(Session.SessionId, "r"), JoiningJson.Default.ReturnOffer)
            .ShouldBe("""{"sessionId":"6f1c2a5e-0000-4000-8000-000000000001","returnToken":"r"}""");
        JsonSerializer.Serialize(new ReturnedLine("/relay/x", "t", "s"), JoiningJson.Default.ReturnedLine)
            .ShouldBe("""{"relayPath":"/relay/x","relayToken":"t","returnToken":"s"}""");
    }
}
