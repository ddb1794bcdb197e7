namespace ServiceDesk.Remote.Screen;

/// <summary>A rectangle that becomes one operation, or a few.</summary>
internal readonly record struct Leaf(Patch Patch, LeafKind Kind);

/// <summary>What a rectangle is like.</summary>
internal enum LeafKind
{
    /// <summary>One colour.</summary>
    Plain,

    /// <summary>Text, lines, icons: few colours, sharp edges, things that were seen before.</summary>
    Drawn,

    /// <summary>A photo that is to be exact.</summary>
    Exact,

    /// <summary>A photo that may be rough for now.</summary>
    Rough,
}
