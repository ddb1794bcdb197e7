namespace ServiceDesk.Architecture.Tests.Samples;

internal class OpenSomething
{
    public Task ExecuteAsync() => Task.CompletedTask;
}

internal class SomethingQueries;

internal sealed class OpenWithTooMuch(int one, int two, int three, int four, int five, int six)
{
    public Task<int> ExecuteAsync() => Task.FromResult(one + two + three + four + five + six);
}

internal static class FiresAndForgets
{
    public static Action Fire() => async () => await Task.Yield();
}

internal sealed class TicketManager;

internal sealed class CloseSomething
{
    public Task ExecuteAsync() => Task.CompletedTask;
}
