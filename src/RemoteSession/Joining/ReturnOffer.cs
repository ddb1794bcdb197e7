namespace ServiceDesk.Remote.Joining;

/// <summary>What an agent shows that lost its line.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="ReturnToken">The last one it was given.</param>
public sealed record ReturnOffer(Guid SessionId, string ReturnToken);
