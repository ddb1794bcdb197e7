namespace ServiceDesk.Web.Hosting;

/// <summary>
/// The Content-Security-Policy of one page (<c>@attribute</c>) or endpoint (<c>WithMetadata</c>). Without it the page gets <see cref="Desk"/>.
/// The word <see cref="OwnSockets"/> in a policy becomes this desk's own WebSocket addresses.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ContentPolicyAttribute(string policy) : Attribute
{
    public const string OwnSockets = "own-sockets";

    /// <summary>Pages on a circuit. MudBlazor writes style attributes, hence the unsafe-inline for styles and only there.</summary>
    public const string Desk = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self' " + OwnSockets + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Static pages: own styles, own small scripts, nothing inline.</summary>
    public const string Static = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public string Policy => policy;
}
