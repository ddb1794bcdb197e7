using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>
/// rs1.json: the values that were there first, and sessions made by this end. rs1-viewer.json: sessions made by the other.
/// To make rs1.json anew, after a change of the protocol: <c>RS1_VECTORS=write</c> and this test.
/// </summary>
public class VectorTests
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void File_IsWhatTheseEndsMake()
    {
        JsonNode file = JsonNode.Parse(Rs1VectorFile.Read("rs1.json"))!;
        file["closeCodes"] = CloseCodeTable();
        file["sessions"] = new JsonArray([.. VectorPlan.All().Select(input => (JsonNode)new JsonObject { ["in"] = input, ["out"] = VectorSession.Run(input) })]);
        string made = file.ToJsonString(Layout) + "\n";
        if (Environment.GetEnvironmentVariable("RS1_VECTORS") == "write") File.WriteAllText(Rs1VectorFile.PathOf("rs1.json"), made);
        (made == Rs1VectorFile.Read("rs1.json")).ShouldBeTrue("tests/vectors/rs1.json is not what this implementation makes");
    }

    public static TheoryData<int> OfTheViewer => [.. Enumerable.Range(0, ViewerSessions().Count)];

    [Theory]
    [MemberData(nameof(OfTheViewer))]
    public void Sessions_AreTheSame_WhenTheOtherEndMadeThem(int number)
    {
        JsonNode session = ViewerSessions()[number]!;
        JsonObject said = VectorSession.Run(session["in"]!);
        said.ToJsonString(Layout).ShouldBe(session["out"]!.ToJsonString(Layout));
    }

    private static JsonArray ViewerSessions() => JsonNode.Parse(Rs1VectorFile.Read("rs1-viewer.json"))!["sessions"]!.AsArray();

    private static JsonObject CloseCodeTable() => new(
        Enum.GetValues<CloseCode>().Select(code => (Number: (int)code, Name: code.ToString()))
            .Union(Enum.GetValues<RelayCloseCode>().Select(code => (Number: (int)code, Name: code.ToString())))
            .OrderBy(code => code.Number)
            .Select(code => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(code.Name), (JsonNode?)code.Number)));
}
