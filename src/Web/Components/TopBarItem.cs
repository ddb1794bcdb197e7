namespace ServiceDesk.Web.Components;

/// <summary>A small component that a feature shows in the top bar, such as the running session. Register one as a singleton.</summary>
public sealed record TopBarItem(Type Component);
