// 42 | grantSeq u32 | down u8 | codeLen u8 | code (ASCII) | keyLen u8 | key (UTF-8) | modifiers u8     9 … 519 bytes, viewer → agent
using System.Buffers;
using System.Text;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>A key of the consultant's keyboard went down or up.</summary>
/// <param name="GrantSeq">The grant the viewer acts under.</param>
/// <param name="Down">True when it went down.</param>
/// <param name="Code">The place on the keyboard, <c>KeyboardEvent.code</c>, ASCII, at most 255 bytes; may be empty.</param>
/// <param name="Key">What it gives there, <c>KeyboardEvent.key</c>, at most 255 bytes of UTF-8; may be empty.</param>
/// <param name="Modifiers">Modifiers that are down, this key included.</param>
public sealed record KeyInput(uint GrantSeq, bool Down, string Code, string Key, KeyModifiers Modifiers) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        if (!Ascii.IsValid(Code)) throw new ArgumentException("A key code is ASCII.");
        byte[] code = Encoding.ASCII.GetBytes(Code);
        byte[] key = Encoding.UTF8.GetBytes(Key);
        if (code.Length > byte.MaxValue || key.Length > byte.MaxValue) throw new ArgumentException("Code and key have at most 255 bytes.");
        var writer = new WireWriter(output, WireType.KeyInput);
        writer.U32(GrantSeq);
        writer.Bool(Down);
        writer.U8((byte)code.Length);
        writer.Bytes(code);
        writer.U8((byte)key.Length);
        writer.Bytes(key);
        writer.U8((byte)Modifiers);
    }

    internal static KeyInput Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        uint grantSeq = reader.U32();
        bool down = reader.Bool();
        string code = reader.Text(reader.U8());
        if (!Ascii.IsValid(code)) throw new WireFormatException("key code not ASCII");
        string key = reader.Text(reader.U8());
        var modifiers = (KeyModifiers)reader.Bits((byte)KeyModifiers.All, "unknown modifier");
        reader.End();
        return new KeyInput(grantSeq, down, code, key, modifiers);
    }
}

/// <summary>Modifier keys that are down.</summary>
[Flags]
public enum KeyModifiers : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Shift.</summary>
    Shift = 1,

    /// <summary>Control.</summary>
    Control = 2,

    /// <summary>Alt.</summary>
    Alt = 4,

    /// <summary>Windows or command key.</summary>
    Meta = 8,

    /// <summary>AltGr.</summary>
    AltGr = 16,

    /// <summary>Every modifier there is.</summary>
    All = Shift | Control | Alt | Meta | AltGr,
}
