using ServiceDesk.CustomerAgent.Clipboard;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>A clipboard that only remembers.</summary>
internal sealed class FakeClipboard : IClipboard
{
    /// <summary>What the customer copied since the session began.</summary>
    public string? Copied { get; set; }

    /// <summary>What the agent put there.</summary>
    public string? Written { get; private set; }

    public int Reads { get; private set; }

    public bool HasBegun { get; private set; }

    public bool HasEnded { get; private set; }

    public void Begin() => HasBegun = true;

    public Task<string?> ReadAsync()
    {
        Reads++;
        return Task.FromResult(Copied);
    }

    public void Write(string text) => Written = text;

    public void End() => HasEnded = true;
}
