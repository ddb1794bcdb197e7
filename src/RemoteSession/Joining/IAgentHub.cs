namespace ServiceDesk.Remote.Joining;

/// <summary>What an agent may call on the hub at <see cref="AgentHubPath.Value"/>. Names on the wire are the names here.</summary>
public interface IAgentHub
{
    /// <summary>Asks to join the channel's session; refused offers come back as an answer, never as an exception.</summary>
    Task<JoinAnswer> Join(JoinOffer offer);

    /// <summary>After a lost line of a verified session: the way back to the relay. Null when the token is unknown or used, or the session over.</summary>
    Task<ReturnedLine?> Return(ReturnOffer offer);

    /// <summary>Reports what happened in the session besides grants and its end.</summary>
    Task ReportNews(SessionNews news);

    /// <summary>Reports what the customer has allowed now and what was declined since the last report.</summary>
    Task ReportGrants(Grants granted, Grants declined);

    /// <summary>Reports the end; the first report counts.</summary>
    Task ReportEnd(SessionEndReason reason);
}

/// <summary>What the hub calls on an agent.</summary>
public interface IAgentClient
{
    /// <summary>The desk has ended the session: from the ticket page, by a limit, or because the server stops.</summary>
    Task Ended(SessionEndReason reason);

    /// <summary>Both ends are on the relay now: the agent may begin, or take the session up again.</summary>
    Task ViewerReady();
}

/// <summary>Where the hub is.</summary>
public static class AgentHubPath
{
    /// <summary>Path on the desk's server.</summary>
    public const string Value = "/hubs/agent";
}
