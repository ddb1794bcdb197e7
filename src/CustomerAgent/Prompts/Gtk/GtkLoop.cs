using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>GTK's main loop as the place where the windows' code goes on after an await.</summary>
internal sealed class GtkLoop : SynchronizationContext
{
    private static readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> Waiting = [];

    public override void Post(SendOrPostCallback d, object? state)
    {
        Waiting.Enqueue((d, state));
        Wake();
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Nobody waits for the windows' thread.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the loop on this thread until the work is done; what the work throws comes out here.</summary>
    public static T Run<T>(Func<Task<T>> work)
    {
        SetSynchronizationContext(new GtkLoop());
        Task<T> running = RunThenQuitAsync(work);
        Gtk3.gtk_main();
        return running.GetAwaiter().GetResult();
    }

    private static unsafe void Wake() => _ = GLib.g_idle_add_full(GLib.DefaultPriority, &RunOne, 0, 0);

    private static async Task<T> RunThenQuitAsync<T>(Func<Task<T>> work)
    {
        await Task.Yield(); // so that the loop runs before anything can ask it to stop
        try
        {
            return await work();
        }
        finally
        {
            Gtk3.gtk_main_quit();
        }
    }

    [UnmanagedCallersOnly]
    private static int RunOne(nint data)
    {
        if (Waiting.TryDequeue(out var next))
            next.Callback(next.State);
        return 0; // once for each Post
    }
}
