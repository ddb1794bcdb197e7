// 0b | text (UTF-8, 1 … 65520 bytes, the rest)     2 … 65521 bytes, both ways
using System.Buffers;
using System.Text;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>
/// From the viewer: a text for the customer's clipboard; the customer sees it and says yes or no. From the agent: the text of the
/// customer's clipboard that was asked for and that the customer has seen and agreed to send. Whoever receives it makes it <see cref="PlainText"/> first.
/// </summary>
/// <param name="Text">1 to <see cref="WireLimits.ClipboardBytes"/> bytes of UTF-8.</param>
public sealed record ClipboardText(string Text) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        byte[] text = Encoding.UTF8.GetBytes(Text);
        if (text.Length is 0 or > WireLimits.ClipboardBytes) throw new ArgumentException("A clipboard's text has 1 to 65520 bytes.");
        var writer = new WireWriter(output, WireType.ClipboardText);
        writer.Bytes(text);
    }

    /// <summary>Says its length instead of the text: what is printed of a message may end in a log.</summary>
    public override string ToString() => $"{nameof(ClipboardText)} of {Text.Length} characters";

    internal static ClipboardText Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        if (reader.Remaining == 0) throw new WireFormatException("no text");
        if (reader.Remaining > WireLimits.ClipboardBytes) throw new WireFormatException("text too long");
        return new ClipboardText(reader.Text(reader.Remaining));
    }
}
