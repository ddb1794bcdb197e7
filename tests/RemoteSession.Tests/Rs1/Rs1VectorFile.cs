namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>The files in tests/vectors, which the C# and the JavaScript tests share.</summary>
internal static class Rs1VectorFile
{
    public static string Read(string name) => File.ReadAllText(PathOf(name));

    public static string PathOf(string name)
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !Directory.Exists(Path.Combine(directory, "tests", "vectors")))
            directory = Path.GetDirectoryName(directory);
        return Path.Combine(directory ?? throw new DirectoryNotFoundException("tests/vectors"), "tests", "vectors", name);
    }
}
