namespace ServiceDesk.Engine;

/// <summary>Numbers that are the same in every run.</summary>
internal struct Noise(uint seed)
{
    private uint _state = (seed * 2654435761) | 1;

    public int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)((_state >> 4) % (uint)below);
    }
}
