using System.Text.Json.Nodes;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>What goes into the sessions of the vectors: the first by design, the others by chance that can be repeated.</summary>
internal static class VectorPlan
{
    private const int Sessions = 8;

    private static readonly string[] Names = ["Jana Köhler", "李娜", "Max Muster", "", "Ağa 😀"];

    public static IEnumerable<JsonObject> All() => Enumerable.Range(0, Sessions).Select(number => Session(number, new SeededRandom(1000 + number)));

    /// <summary>Every bucket's edge, both ways, and the longest of each.</summary>
    private static IEnumerable<JsonNode> Edges()
    {
        foreach (int length in (int[])[1, 2, 62, 63, 64, 127, 128, 255, 256, 4094, 4095, 4096, 5119, 5120, Rs1Limits.PlainFromViewer - 1])
        {
            yield return Message("a2c", 0x01, length);
            yield return Message("a2c", 0x02, length);
            yield return Message("c2a", 0x43, length);
        }

        yield return Message("a2c", 0x01, Rs1Limits.PlainFromAgent - 1);
    }

    private static JsonObject Session(int number, SeededRandom random)
    {
        JsonObject session = Draws(random, "privA", "nA", "privC", "nC");
        session["context"] = new JsonObject
        {
            ["sessionId"] = Hex(random.Bytes(16)),
            ["origin"] = number == 0 ? "https://desk.example.org" : $"https://desk{number}.example.org:{8000 + number}",
            ["channel"] = (100_000_000 + random.Below(900_000_000)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["consentVersion"] = $"{number}+2",
            ["locale"] = number % 2 == 0 ? "de" : "en",
            ["consentHash"] = Hex(random.Bytes(32)),
            ["consultant"] = Names[number % Names.Length],
        };
        session["digits"] = number % 3 == 2 ? 8 : 6;
        session["offered"] = random.Below(32);
        session["granted"] = 1 + random.Below(31);
        session["records"] = new JsonArray([.. number == 0 ? Edges() : Records(random)]);
        session["resumes"] = new JsonArray([.. Enumerable.Range(0, number % 4).Select(_ => (JsonNode)Resume(random))]);
        return session;
    }

    private static JsonObject Resume(SeededRandom random)
    {
        JsonObject resume = Draws(random, "privA", "nA", "privC", "nC");
        resume["records"] = new JsonArray([Message("a2c", 0x03, 7), .. Records(random)]);
        return resume;
    }

    // A key update needs a record before it in its epoch.
    private static IEnumerable<JsonNode> Records(SeededRandom random)
    {
        for (int i = random.Below(6); i < 9; i++)
        {
            string from = random.Below(2) == 0 ? "a2c" : "c2a";
            yield return Message(from, (from == "a2c" ? 0x01 : 0x41) + random.Below(8), 1 + random.Below(i == 6 ? 60_000 : 600), random.Below(256));
            if (random.Below(4) == 0) yield return new JsonObject { ["from"] = from, ["update"] = true };
        }
    }

    private static JsonObject Message(string from, int type, int length, int seed = 1) =>
        new() { ["from"] = from, ["type"] = type, ["length"] = length, ["seed"] = seed };

    private static JsonObject Draws(SeededRandom random, params string[] names)
    {
        var drawn = new JsonObject();
        foreach (string name in names) drawn[name] = Hex(random.Bytes(32));
        return drawn;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
