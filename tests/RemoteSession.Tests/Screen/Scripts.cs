using System.Buffers;
using System.IO.Compression;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.RemoteSession.Tests.Screen;

/// <summary>Messages around scripts that no encoder would write.</summary>
internal static class Scripts
{
    /// <summary>A whole picture in one part.</summary>
    public static byte[] Message(byte[] script, byte[] blobs, ushort width, ushort height)
    {
        var piece = new MemoryStream();
        using var deflate = new DeflateStream(piece, CompressionLevel.Fastest);
        deflate.Write(script);
        deflate.Flush();
        var output = new ArrayBufferWriter<byte>();
        new FrameUpdate(1, FrameFlags.All, width, height, script.Length, piece.ToArray(), blobs).Write(output);
        return output.WrittenSpan.ToArray();
    }
}
