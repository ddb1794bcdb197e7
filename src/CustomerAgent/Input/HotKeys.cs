namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// The customer's key combination that ends a session: Ctrl, Shift and one of these, whichever could be had. The consultant
/// never gets to press it, or the record would say that the customer had ended what the consultant did.
/// </summary>
internal static class HotKeys
{
    /// <summary>The function keys by their names on keyboards, in browsers and in X; the favourite first.</summary>
    public static readonly IReadOnlyList<string> Functions = ["F11", "F12", "F10"];

    /// <summary>Whether this key would make the combination complete.</summary>
    /// <param name="code">The key that is about to be pressed, a <c>KeyboardEvent.code</c>.</param>
    public static bool IsCompletedBy(string code, IReadOnlySet<string> held) =>
        Functions.Contains(code) && HoldsEither(held, "ControlLeft", "ControlRight") && HoldsEither(held, "ShiftLeft", "ShiftRight");

    private static bool HoldsEither(IReadOnlySet<string> held, string left, string right) => held.Contains(left) || held.Contains(right);
}
