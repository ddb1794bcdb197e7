namespace ServiceDesk.Architecture.Tests.Sources;

/// <summary>A file with its path from the root, always with forward slashes. A rule sees no more than this, so a test can make one up.</summary>
internal sealed class SourceFile(string path, Func<string> read)
{
    private readonly Lazy<string> _text = new(read);

    public SourceFile(string path, string text) : this(path, () => text)
    {
    }

    public string Path { get; } = path;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    public string Text => _text.Value;

    public int Lines => Text.Length == 0 ? 0 : Text.Count(letter => letter == '\n') + (Text.EndsWith('\n') ? 0 : 1);

    public int LineAt(int position) => Text.AsSpan(0, position).Count('\n') + 1;

    public static SourceFile On(string root, string file) =>
        new(System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), () => File.ReadAllText(file));

    public override string ToString() => Path;
}
