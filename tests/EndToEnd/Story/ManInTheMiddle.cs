using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceDesk.EndToEnd.Parts;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>
/// Somebody who has the server and knows all that it knows: plays the viewer to the agent and the agent to the viewer, each with keys
/// of his own. The two ends then have different numbers, which is what the phone call is for.
/// </summary>
public sealed class ManInTheMiddle(Rs1Context context) : IDisposable
{
    private readonly HandshakeViewer _asViewer = new(context, Grants.View | Grants.Control, TimeProvider.System, RandomNumberGenerator.Create());
    private readonly HandshakeAgent _asAgent = new(context, TimeProvider.System, RandomNumberGenerator.Create());

    /// <summary>The number that the agent waits for; the consultant is shown another one.</summary>
    public VerificationNumber? AgentsNumber => _asViewer.Number;

    /// <summary>What the desk itself knows of a session: it writes all of it into the viewer's page.</summary>
    public static async Task<Rs1Context> WhatTheServerKnowsAsync(IPage viewer)
    {
        IAPIResponse answer = await viewer.APIRequest.GetAsync(viewer.Url);
        string page = await answer.TextAsync();
        string Read(string name) => WebUtility.HtmlDecode(Regex.Match(page, $"data-{name}=\"([^\"]*)\"").Groups[1].Value);
        AcceptedDocument[] texts = [.. JsonDocument.Parse(Read("texts")).RootElement.EnumerateArray().Select(text => new AcceptedDocument(
            Of(text, "kind"), Of(text, "version"), Of(text, "locale"), "", Of(text, "sha256"), ""))];
        Remote.Joining.Channel.TryParse(Read("channel"), out Remote.Joining.Channel channel).ShouldBeTrue();
        JoinedSession session = new(Guid.Parse(Read("session")), Read("consultant"), "", "", Read("origin"), texts, default, "", "", "");
        return Rs1Context.Of(session, channel);
    }

    /// <summary>In place of what the two ends say to each other.</summary>
    public IReadOnlyList<Passed> Between(RelayedMessage message) => message switch
    {
        { FromAgent: true, Index: 0 } => [Back(_asViewer.Receive(message.Bytes)), new Passed(Begin())],
        { FromAgent: true, Index: 1 } => [Back(_asViewer.Receive(message.Bytes))],
        { FromAgent: true, Index: 2 } => Silently(_asViewer.Receive(message.Bytes)),
        { FromAgent: false, Index: 0 or 1 } => [Back(_asAgent.Receive(message.Bytes))],
        _ => [],
    };

    public void Dispose()
    {
        _asViewer.Dispose();
        _asAgent.Dispose();
    }

    private byte[] Begin()
    {
        _asAgent.TryBegin(out byte[] m1).ShouldBeTrue();
        return m1;
    }

    private static Passed Back(byte[]? answer) => new(answer.ShouldNotBeNull(), Back: true);

    private static IReadOnlyList<Passed> Silently(byte[]? answer)
    {
        answer.ShouldNotBeNull();
        return [];
    }

    private static string Of(JsonElement text, string name) => text.GetProperty(name).ToString();
}
