using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using ServiceDesk.Remote.Wire;
using ServiceDesk.RemoteSession.Tests.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Wire;

[Trait("Abuse", "37")]
public class PlainTextTests
{
    public static TheoryData<string, string, string> Vectors
    {
        get
        {
            TheoryData<string, string, string> all = [];
            using var file = JsonDocument.Parse(Rs1VectorFile.Read("plain-text.json"));
            foreach (JsonElement text in file.RootElement.GetProperty("texts").EnumerateArray())
                all.Add(text.Text("why"), text.GetProperty("in").GetRawText(), text.Text("out"));
            return all;
        }
    }

    /// <param name="why">The rule.</param>
    /// <param name="json">As JSON, because half a surrogate pair is no text to a runner.</param>
    /// <param name="plain">What it becomes.</param>
    [Theory]
    [MemberData(nameof(Vectors))]
    public void From_DoesWhatTheVectorSays(string why, string json, string plain) => PlainText.From(Unescaped(json)).ShouldBe(plain, why);

    [Fact]
    public void From_ChangesNothing_TheSecondTime() => Gen.String.Sample(text => PlainText.From(PlainText.From(text)) == PlainText.From(text));

    // The reader of System.Text.Json refuses halves.
    private static string Unescaped(string json) => Regex.Unescape(json[1..^1]);
}
