using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class OneLineConsoleTests
{
    [Fact]
    public void Write_SaysWhatHappenedInOneLine() =>
        Written(LogLevel.Information, "Joined").ShouldBe("08:30:00 info RelayLog Joined\n");

    [Fact]
    [Trait("Abuse", "89")]
    public void Write_EscapesWhatCouldForgeALine() =>
        Written(LogLevel.Warning, "a\r\n08:30:00 info Forged\u001b[31m\u0007 {\"x\":1}")
            .ShouldBe("08:30:00 warn RelayLog a ⏎ 08:30:00 info Forged\\u001b[31m\\u0007 {\"x\":1}\n");

    [Fact]
    public void Write_KeepsAnExceptionOnTheLine() =>
        Written(LogLevel.Error, "Failed", new InvalidOperationException("line1\nline2")).ShouldBe("08:30:00 fail RelayLog Failed | System.InvalidOperationException: line1 ⏎ line2\n");

    private static string Written(LogLevel level, string text, Exception? exception = null)
    {
        OneLineConsole console = new(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.Zero)));
        using StringWriter writer = new() { NewLine = "\n" };
        LogEntry<string> entry = new(level, "ServiceDesk.Web.RelayLog", 0, text, exception, (state, _) => state);
        console.Write(in entry, null, writer);
        return writer.ToString();
    }
}
