using CsCheck;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.RemoteSession.Tests.Screen;

/// <summary>Operations that are nearly right: real heads, small places and sizes, and noise behind them.</summary>
internal static class ScriptGen
{
    private static readonly Gen<byte[]> Small = Gen.Select(Gen.Byte[0, 1], Gen.Byte[0, 70]).Select((high, low) => new[] { (byte)(high & (low & 1)), low });

    private static readonly Gen<byte[]> Rectangle = Small.Array[4, 4].Select(fields => fields.SelectMany(field => field).ToArray());

    private static readonly Gen<byte[]> Tiles = Gen.Select(Gen.Byte[0, 6], Gen.Byte[0, 7].Array[0, 30])
        .Select((count, places) => (byte[])[0, count, .. places.SelectMany(place => new byte[] { 0, place })]);

    private static readonly Gen<byte[]> Noise = Gen.OneOf(Gen.Byte[0, 3].Array[0, 300], Gen.Byte.Array[0, 60]);

    public static Gen<byte[][]> Operations { get; } = Gen.Select(Gen.Byte[0, 8], Rectangle, Tiles, Noise)
        .Select((operation, rectangle, tiles, noise) => (Operation)operation switch
        {
            Operation.Keep or Operation.Cached => (byte[])[operation, .. tiles],
            Operation.Copy => [operation, .. rectangle, .. rectangle[..4]],
            Operation.Fill => [operation, .. rectangle, 1, 2, 3],
            Operation.Columns => [operation, .. rectangle, 0x80, 4, .. Enumerable.Repeat((byte)9, 12), .. noise],
            _ => [operation, .. rectangle, .. noise],
        }).Array[1, 8];
}
