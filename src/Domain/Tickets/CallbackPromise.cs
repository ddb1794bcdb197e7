namespace ServiceDesk.Domain.Tickets;

/// <summary>When the desk promised to call back.</summary>
/// <param name="From">Start of the window, UTC.</param>
/// <param name="Until">End of the window, UTC; not before <paramref name="From"/>.</param>
public sealed record CallbackPromise(DateTime From, DateTime Until);
