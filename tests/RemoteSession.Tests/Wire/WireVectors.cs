using System.Text.Json;

namespace ServiceDesk.RemoteSession.Tests.Wire;

/// <summary>The vectors both ends are tested with.</summary>
internal static class WireVectors
{
    private static readonly JsonElement Root = Read("wire.json");

    public static JsonElement.ArrayEnumerator Messages => Root.GetProperty("messages").EnumerateArray();

    public static JsonElement.ArrayEnumerator Malformed => Root.GetProperty("malformed").EnumerateArray();

    public static byte[] Bytes(this JsonElement vector, string property) => Convert.FromHexString(vector.GetProperty(property).GetString()!);

    public static string Text(this JsonElement vector, string property) => vector.GetProperty(property).GetString()!;

    /// <summary>A file of vectors.</summary>
    public static JsonElement Read(string file)
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "tests", "vectors", file)))
            directory = Path.GetDirectoryName(directory);
        string path = Path.Combine(directory ?? throw new FileNotFoundException(file), "tests", "vectors", file);
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }
}
