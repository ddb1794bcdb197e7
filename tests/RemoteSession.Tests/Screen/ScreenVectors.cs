using System.Text.Json;
using ServiceDesk.RemoteSession.Tests.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen;

/// <summary>The sequences of frames both ends are tested with.</summary>
internal static class ScreenVectors
{
    private static readonly JsonElement Root = WireVectors.Read("screen.json");

    public static JsonElement.ArrayEnumerator Sequences => Root.GetProperty("sequences").EnumerateArray();

    public static JsonElement.ArrayEnumerator Malformed => Root.GetProperty("malformed").EnumerateArray();
}
