// 43 | grantSeq u32 | text (UTF-8, 1 … 1024 bytes, the rest)     6 … 1029 bytes, viewer → agent
using System.Buffers;
using System.Text;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>Characters to type, from a dead key, an input method or the text box.</summary>
/// <param name="GrantSeq">The grant the viewer acts under.</param>
/// <param name="Text">1 to 1024 bytes of UTF-8.</param>
public sealed record TextInput(uint GrantSeq, string Text) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        byte[] text = Encoding.UTF8.GetBytes(Text);
        if (text.Length is 0 or > WireLimits.TextBytes) throw new ArgumentException("A text has 1 to 1024 bytes.");
        var writer = new WireWriter(output, WireType.TextInput);
        writer.U32(GrantSeq);
        writer.Bytes(text);
    }

    internal static TextInput Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        uint grantSeq = reader.U32();
        if (reader.Remaining == 0) throw new WireFormatException("no text");
        if (reader.Remaining > WireLimits.TextBytes) throw new WireFormatException("text too long");
        return new TextInput(grantSeq, reader.Text(reader.Remaining));
    }
}
