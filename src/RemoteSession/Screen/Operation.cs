// rect: x u16 | y u16 | w u16 | h u16, where x and y are differences to the rectangle before in the same part, mod 65536
namespace ServiceDesk.Remote.Screen;

/// <summary>The operations of a script, as the first byte of each.</summary>
public enum Operation : byte
{
    /// <summary><c>n u16 | n × tile | n × slot</c>, differences to the one before: remember tiles as they are now.</summary>
    Keep = 1,

    /// <summary><c>rect | fromX u16 | fromY u16</c>: move pixels of the picture.</summary>
    Copy = 2,

    /// <summary><c>n u16 | n × tile | n × slot</c>, differences to the one before: paint remembered tiles.</summary>
    Cached = 3,

    /// <summary><c>rect | R G B</c>.</summary>
    Fill = 4,

    /// <summary><c>rect | fresh u16 | colours | tokens</c>: columns that are new, known, or as the one before.</summary>
    Columns = 5,

    /// <summary><c>rect | 3 · w·h bytes</c>: every pixel, as what a prediction from its neighbours missed.</summary>
    Pixels = 6,

    /// <summary><c>rect | length u32</c>: so many bytes of the blobs are a JPEG.</summary>
    Photo = 7,
}

/// <summary>What a run of columns in <see cref="Operation.Columns"/> is; the upper two bits of its first byte.</summary>
public enum ColumnToken : byte
{
    /// <summary>Columns that follow as indices.</summary>
    New = 0,

    /// <summary>Columns of the history, from a position that follows.</summary>
    Match = 1,

    /// <summary>The column before, again.</summary>
    Repeat = 2,
}
