using System.Text.Json;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>The values that were made before this implementation, by another one, and checked by two more.</summary>
internal static class OriginalVectors
{
    public const int GrantsOffered = 3;

    private static readonly JsonElement Root = JsonDocument.Parse(Rs1VectorFile.Read("rs1.json")).RootElement;

    /// <summary>The text itself is not in the vectors, its hash stands in ctx: 32 bytes before the name.</summary>
    public static Rs1Context Context => new(
        new Guid(Convert.FromHexString("000102030405060708090a0b0c0d0e0f"), bigEndian: true), "https://help.example.org",
        "482913075", "v3", "de-DE", Bytes("ctx").AsSpan()[^(32 + 2 + "Max Muster".Length)..^(2 + "Max Muster".Length)], "Max Muster");

    public static byte[] Bytes(string name) => Convert.FromHexString(Text(name));

    public static byte[] Bytes(string name, string part) => Convert.FromHexString(Root.GetProperty(name).GetProperty(part).GetString()!);

    public static string Text(string name) => Root.GetProperty(name).GetString()!;

    /// <summary>rA of R1, rC of R2: what stands before the mac.</summary>
    public static byte[] ResumeNonce(string message) => Bytes(message)[^64..^32];
}
