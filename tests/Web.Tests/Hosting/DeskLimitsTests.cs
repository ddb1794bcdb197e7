using System.Net;
using System.Net.Sockets;
using System.Text;
using ServiceDesk.Web.Hosting;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class DeskLimitsTests(DeskApp desk) : IClassFixture<DeskApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Abuse", "6")]
    public async Task Connection_IsClosed_WhenItsHeadersDribbleIn()
    {
        using TcpClient slow = await ConnectAsync(desk);
        await slow.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray(), Cancel);
        Task<string> answer = ReadToEndAsync(slow);
        (await Task.WhenAny(answer, Task.Delay(DeskLimits.HeaderTime * 2, Cancel))).ShouldBe(answer);
        (await answer).ShouldStartWith("HTTP/1.1 408");
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage others = await visitor.GetAsync("/account/sign-in");
        others.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "8")]
    public async Task Connection_IsRefused_WhenItsAddressHoldsTooMany()
    {
        await using DeskApp small = new() { Settings = { ["Desk:ConnectionsPerAddress"] = "3" } };
        await small.InitializeAsync();
        TcpClient[] idle = [await ConnectAsync(small), await ConnectAsync(small), await ConnectAsync(small)];
        // A connection counts as soon as the desk has taken it, which may be after it stands.
        await WaitForAsync(async () => (await AnswerAsync(small)).Length == 0);

        foreach (TcpClient one in idle)
            one.Dispose();
        await WaitForAsync(async () => (await AnswerAsync(small)).StartsWith("HTTP/1.1 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Body_IsRefused_WhenItIsTooLarge()
    {
        using Visitor visitor = desk.NewVisitor();
        using ByteArrayContent body = new(new byte[DeskLimits.LargestBody + 1]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };
        using HttpResponseMessage answer = await visitor.Http.PostAsync("/account/sign-in", body, Cancel);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest);
    }

    private static async Task<TcpClient> ConnectAsync(DeskApp desk)
    {
        TcpClient client = new();
        await client.ConnectAsync(desk.Origin.Host, desk.Origin.Port, Cancel);
        return client;
    }

    /// <summary>Empty when the connection was cut, be it while connecting: the refusal may be faster than the connection.</summary>
    private static async Task<string> AnswerAsync(DeskApp desk)
    {
        try
        {
            using TcpClient client = await ConnectAsync(desk);
            await client.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray(), Cancel);
            return await ReadToEndAsync(client);
        }
        catch (Exception cut) when (cut is IOException or SocketException)
        {
            return "";
        }
    }

    private static async Task<string> ReadToEndAsync(TcpClient client)
    {
        using StreamReader reader = new(client.GetStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync(Cancel);
    }

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        for (int i = 0; i < 50 && !await condition(); i++)
            await Task.Delay(100, Cancel);
        (await condition()).ShouldBeTrue();
    }
}
