using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ServiceDesk.Web.Hosting;

/// <summary>
/// One event, one line: <c>18:50:17 info RelayLog joined ref=4bf92f35</c>. Control characters are escaped, so that no text from outside
/// can forge a line or colour the terminal. The reference is the one that error pages show.
/// </summary>
public sealed class OneLineConsole(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "one-line";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer)
    {
        string category = entry.Category[(entry.Category.LastIndexOf('.') + 1)..];
        StringBuilder line = new($"{time.GetUtcNow():HH:mm:ss} {Word(entry.LogLevel)} {category} ");
        AppendEscaped(line, entry.Formatter(entry.State, entry.Exception));
        if (Activity.Current is { } activity)
            line.Append(" ref=").Append(Reference.Of(activity));
        if (entry.Exception is { } exception)
            AppendEscaped(line.Append(" | "), exception.ToString());
        writer.WriteLine(line.ToString());
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        _ => "note",
    };

    private static void AppendEscaped(StringBuilder line, string text)
    {
        foreach (char c in text)
            if (c is '\n') line.Append(" ⏎ ");
            else if (c is not '\r') line.Append(char.IsControl(c) ? $"\\u{(int)c:x4}" : c);
    }
}
