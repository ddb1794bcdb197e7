namespace ServiceDesk.Remote.Screen;

/// <summary>The tiles in which a picture differs from what was sent, in rising order, each with the box that holds all of its difference.</summary>
internal sealed class ChangedTiles
{
    private int[] _numbers = [];
    private Patch[] _boxes = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Numbers of the tiles.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    /// <summary>Where each differs; never empty.</summary>
    public ReadOnlySpan<Patch> Boxes => _boxes.AsSpan(0, Count);

    /// <summary>Forgets all, and makes room for each tile of a grid.</summary>
    public void Clear(TileGrid grid)
    {
        Count = 0;
        if (_numbers.Length >= grid.Count) return;
        _numbers = new int[grid.Count];
        _boxes = new Patch[grid.Count];
    }

    /// <summary>Adds a tile.</summary>
    public void Add(int number, Patch box) => (_numbers[Count], _boxes[Count++]) = (number, box);

    /// <summary>Puts a tile into a place that is no longer needed.</summary>
    public void Set(int place, int number, Patch box) => (_numbers[place], _boxes[place]) = (number, box);

    /// <summary>Drops the tiles from a place on.</summary>
    public void Truncate(int count) => Count = count;
}
