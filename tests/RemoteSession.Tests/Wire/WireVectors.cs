using System.Text.Json;

namespace ServiceDesk.RemoteSession.Tests.Wire;

/// <summary>The vectors both ends are tested with.</summary>
internal static class WireVectors
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(FindFile())).RootElement;

    public static JsonElement.ArrayEnumerator Messages => Root.GetProperty("messages").EnumerateArray();

    public static JsonElement.ArrayEnumerator Malformed => Root.GetProperty("malformed").EnumerateArray();

    public static byte[] Bytes(this JsonElement vector, string property) => Convert.FromHexString(vector.GetProperty(property).GetString()!);

    public static string Text(this JsonElement vector, string property) => vector.GetProperty(property).GetString()!;

    private static string FindFile()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "tests", "vectors", "wire.json")))
            directory = Path.GetDirectoryName(directory);
        return Path.Combine(directory ?? throw new FileNotFoundException("tests/vectors/wire.json"), "tests", "vectors", "wire.json");
    }
}
