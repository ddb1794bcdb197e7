namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>Only these windows, and of each only what is solid and no other window covers.</summary>
/// <param name="Programs">Numbers of the programs' windows.</param>
internal sealed record SomeWindows(IReadOnlySet<nuint> Programs) : Choice
{
    public override bool NeedsWindows => true;

    public override Region On(Desktop desktop) => desktop.Windows.Aggregate(Region.Nothing, (seen, window) =>
        Shows(window) ? seen.With(window.Solid.Common(Region.Of(desktop.Whole))) : seen.Without(window.Area));

    public override bool Shows(DesktopWindow window) => Programs.Contains(window.Program);
}
