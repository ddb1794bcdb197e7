using System.Buffers;

namespace ServiceDesk.Remote.Wire;

/// <summary>A message between agent and viewer: the plain content of one record.</summary>
public interface IWireMessage
{
    /// <summary>Writes <c>type u8 | body</c>.</summary>
    /// <exception cref="ArgumentException">A field cannot be written; the caller's bug.</exception>
    void Write(IBufferWriter<byte> output);
}
