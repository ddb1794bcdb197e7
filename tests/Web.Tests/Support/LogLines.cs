using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServiceDesk.Web.Tests.Support;

/// <summary>Keeps what is logged, so that a test can look for what must not be there.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Keeper(categoryName, _lines);

    public void Dispose()
    {
        // The lines outlive the desk, for tests that look at them afterwards.
    }

    private sealed class Keeper(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> text) =>
            lines.Enqueue($"{level} {category} {text(state, exception)} {exception}");
    }
}
