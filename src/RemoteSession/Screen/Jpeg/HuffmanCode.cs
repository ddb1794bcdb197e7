namespace ServiceDesk.Remote.Screen.Jpeg;

/// <summary>A Huffman code as a JPEG describes it, ready to be written with.</summary>
internal sealed class HuffmanCode
{
    private readonly ushort[] _codes = new ushort[256];
    private readonly byte[] _lengths = new byte[256];

    /// <param name="counts">How many codes there are of each length, 1 to 16 bits.</param>
    /// <param name="symbols">What they stand for, in rising order of the codes.</param>
    public HuffmanCode(byte[] counts, byte[] symbols)
    {
        (Counts, Symbols) = (counts, symbols);
        int code = 0, next = 0;
        for (int length = 1; length <= 16; length++, code <<= 1)
            for (int i = 0; i < counts[length - 1]; i++, next++) (_codes[symbols[next]], _lengths[symbols[next]]) = ((ushort)code++, (byte)length);
    }

    public ReadOnlyMemory<byte> Counts { get; }

    public ReadOnlyMemory<byte> Symbols { get; }

    public uint Code(int symbol) => _codes[symbol];

    public int Length(int symbol) => _lengths[symbol];
}
