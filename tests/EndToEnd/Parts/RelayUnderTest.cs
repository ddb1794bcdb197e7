using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>
/// Stands before a desk as a server does that somebody else has taken over: pages, hubs and files pass as they are, and of what agent
/// and viewer send each other it hears every message, and may change, drop, repeat or hold back each of them.
/// </summary>
public sealed class RelayUnderTest : IAsyncDisposable
{
    private static readonly string[] OfThisHop = ["Connection", "Upgrade", "Transfer-Encoding", "Keep-Alive"];

    private readonly Lock _guard = new();
    private readonly List<RelayedMessage> _heard = [];
    private readonly List<RelayedSocket> _lines = [];
    private readonly HttpMessageInvoker _desk = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly WebApplication _server;
    private readonly Uri _target;
    private int _agentLines, _viewerLines;

    private RelayUnderTest(Uri origin, Uri target)
    {
        (Origin, _target) = (origin, target);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(origin.AbsoluteUri);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _server = builder.Build();
        _server.UseWebSockets();
        _server.Run(ForwardAsync);
    }

    /// <summary>Where people and programs find the desk.</summary>
    public Uri Origin { get; }

    /// <summary>What becomes of a message: it passes, or others pass in its place, or go back. Asked for one message at a time. Unset, all pass.</summary>
    public Func<RelayedMessage, IReadOnlyList<Passed>>? Rule { get; set; }

    /// <summary>All that came by so far, as it was sent.</summary>
    public IReadOnlyList<RelayedMessage> Heard
    {
        get
        {
            lock (_guard)
            {
                return [.. _heard];
            }
        }
    }

    public static async Task<RelayUnderTest> StartAsync(Uri origin, Uri desk)
    {
        RelayUnderTest relay = new(origin, desk);
        await relay._server.StartAsync();
        return relay;
    }

    /// <summary>Breaks the lines of agent and viewer, as a network does that goes away.</summary>
    public void CutLines()
    {
        lock (_guard)
        {
            foreach (RelayedSocket line in _lines)
            {
                line.Abort();
            }

            _lines.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        CutLines();
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
        _desk.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        try
        {
            await (context.WebSockets.IsWebSocketRequest ? ForwardSocketAsync(context) : ForwardRequestAsync(context));
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or HttpRequestException or IOException)
        {
            context.Abort();
        }
    }

    private async Task ForwardRequestAsync(HttpContext context)
    {
        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), new Uri(_target, context.Request.Path + context.Request.QueryString.Value));
        if (context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in context.Request.Headers.Where(header => !OfThisHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        using HttpResponseMessage answer = await _desk.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfThisHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private async Task ForwardSocketAsync(HttpContext context)
    {
        using ClientWebSocket socket = new();
        foreach (string protocol in context.WebSockets.WebSocketRequestedProtocols)
        {
            socket.Options.AddSubProtocol(protocol);
        }

        foreach (string name in new[] { "Cookie", "Origin", "Host", "User-Agent", "Accept-Language" })
        {
            if (context.Request.Headers[name] is [{ } value, ..])
            {
                socket.Options.SetRequestHeader(name, value);
            }
        }

        UriBuilder address = new(new Uri(_target, context.Request.Path + context.Request.QueryString.Value)) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, context.RequestAborted);
        using RelayedSocket far = new(socket);
        using RelayedSocket near = new(await context.WebSockets.AcceptWebSocketAsync(socket.SubProtocol));
        bool isRelay = context.Request.Path.StartsWithSegments("/relay");
        if (isRelay)
        {
            lock (_guard)
            {
                _lines.AddRange([near, far]);
            }
        }

        await Task.WhenAll(isRelay ? JudgeAllAsync(near, far) : near.CarryToAsync(far), far.CarryToAsync(near));
    }

    private Task JudgeAllAsync(RelayedSocket end, RelayedSocket desk)
    {
        (bool FromAgent, int Line)? known = null;
        int index = 0;
        return end.CarryToAsync(desk, async message =>
        {
            if (known is not { } side)
            {
                known = Join(message);
                await desk.SendAsync(message);
                return;
            }

            foreach (Passed passed in Judge(new RelayedMessage(side.FromAgent, side.Line, index++, message)))
            {
                await (passed.Back ? end : desk).SendAsync(passed.Bytes);
            }
        });
    }

    // The join message: 02 | role (1 agent, 2 viewer) | token
    private (bool FromAgent, int Line) Join(byte[] message)
    {
        bool isAgent = message[1] == 1;
        lock (_guard)
        {
            return (isAgent, isAgent ? ++_agentLines : ++_viewerLines);
        }
    }

    private IReadOnlyList<Passed> Judge(RelayedMessage message)
    {
        lock (_guard)
        {
            _heard.Add(message);
            return Rule?.Invoke(message) ?? [new Passed(message.Bytes)];
        }
    }
}
