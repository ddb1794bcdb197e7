namespace ServiceDesk.Domain;

/// <summary>A rule of the desk was broken by what somebody asked for. Pages show it beside the field; nothing was changed.</summary>
/// <param name="rule">Stable name of the rule, such as <c>ticket.transition</c>; pages translate it.</param>
/// <param name="message">What was wrong, in English, for the developer.</param>
public sealed class RuleBrokenException(string rule, string message) : Exception(message)
{
    /// <summary>Stable name of the rule, <c>area.rule</c>, lower case.</summary>
    public string Rule { get; } = rule;
}
