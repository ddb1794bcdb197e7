namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>Something to be ticked on a page.</summary>
/// <param name="Alone">Ticking it unticks all others; ticking another unticks it.</param>
internal sealed record Option(string Text, bool Alone, bool Ticked);
