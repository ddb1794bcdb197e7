namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>What the customer shows: everything, one monitor, or single windows.</summary>
internal abstract record Choice
{
    public static readonly Choice Everything = new WholeDesktop();

    /// <summary>Whether it has to be known where the windows of other programs are.</summary>
    public virtual bool NeedsWindows => false;

    /// <summary>Whether it has to be known where the monitors are.</summary>
    public virtual bool NeedsMonitors => false;

    /// <summary>What may be seen, the agent's own windows not yet taken out.</summary>
    public abstract Region On(Desktop desktop);

    /// <summary>Whether this window's pixels may be seen as far as it lies in the region.</summary>
    public abstract bool Shows(DesktopWindow window);

    private sealed record WholeDesktop : Choice
    {
        public override Region On(Desktop desktop) => Region.Of(desktop.Whole);

        public override bool Shows(DesktopWindow window) => true;
    }
}
