namespace ServiceDesk.EndToEnd.Parts;

/// <summary>A new folder that is gone again afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("servicedesk-").FullName;

    public string Below(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
