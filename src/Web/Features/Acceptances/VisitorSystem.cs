namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>Tells the visitor's system from what the browser says of itself, for the moment of the request; nothing of it is kept.</summary>
internal static class VisitorSystem
{
    /// <summary>Null for a telephone, a Mac, or anything else that has no agent.</summary>
    public static AgentFile? FileFor(HttpRequest request, IReadOnlyList<AgentFile> files)
    {
        string agent = request.Headers.UserAgent.ToString();
        string? platform =
            agent.Contains("Windows NT", StringComparison.Ordinal) ? "win-x64" :
            agent.Contains("Linux", StringComparison.Ordinal) && !agent.Contains("Android", StringComparison.Ordinal) ? "linux-x64" : null;
        return files.FirstOrDefault(file => file.Platform == platform);
    }
}
