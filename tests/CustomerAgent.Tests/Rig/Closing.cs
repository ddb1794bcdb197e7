using System.Diagnostics;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>Ends a program that would go on by itself.</summary>
internal sealed class Closing(Process process) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }
}
