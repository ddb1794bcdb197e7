namespace ServiceDesk.Remote.Screen;

/// <summary>The running palette as both ends have it: colours keep their numbers from one operation to the next until there are too many.</summary>
internal sealed class Palette
{
    private const int Places = 1024;

    private readonly uint[] _colours = new uint[Places];
    private readonly short[] _numbers = new short[Places];
    private readonly uint[] _fresh = new uint[ScriptLimits.Colours];
    private int _count, _freshCount;
    private bool _isEmptied;

    /// <summary>Both ends have none.</summary>
    public void Clear()
    {
        Array.Clear(_numbers);
        (_count, _freshCount, _isEmptied) = (0, 0, false);
    }

    /// <summary>Translates the pixels of an operation. The colours that are new with it are in <see cref="Write"/>.</summary>
    /// <returns>False when they have more than 256 colours.</returns>
    public bool TryTranslate(ReadOnlySpan<uint> pixels, Span<byte> numbers)
    {
        _freshCount = 0;
        if (TryAll(pixels, numbers)) return true;
        Empty();
        if (TryAll(pixels, numbers)) return true;
        Empty();
        return false;
    }

    /// <summary>Says what is new: <c>fresh u16 | colours</c>.</summary>
    public void Write(ScriptBody body)
    {
        body.U16(_freshCount | (_isEmptied ? 0x8000 : 0));
        for (int i = 0; i < _freshCount; i++) body.U24((int)_fresh[i]);
        (_freshCount, _isEmptied) = (0, false);
    }

    private void Empty()
    {
        Clear();
        _isEmptied = true;
    }

    private bool TryAll(ReadOnlySpan<uint> pixels, Span<byte> numbers)
    {
        uint last = uint.MaxValue;
        byte lastNumber = 0;
        for (int i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] != last)
            {
                int number = Number(pixels[i]);
                if (number < 0) return false;
                (last, lastNumber) = (pixels[i], (byte)number);
            }

            numbers[i] = lastNumber;
        }

        return true;
    }

    private int Number(uint colour)
    {
        uint place = (colour * 0x9E37_79B1) >> 22;
        while (_numbers[place] != 0)
        {
            if (_colours[place] == colour) return _numbers[place] - 1;
            place = (place + 1) % Places;
        }

        if (_count == ScriptLimits.Colours) return -1;
        (_colours[place], _numbers[place]) = (colour, (short)++_count);
        _fresh[_freshCount++] = colour;
        return _count - 1;
    }
}
