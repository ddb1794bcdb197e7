namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Marks the words of remote sessions as the desk reads them.</summary>
public sealed class RemoteSessionsTexts;
