namespace ServiceDesk.Architecture.Tests.Sources;

/// <summary>The files people wrote: everything below the solution's folder that is not made by a build.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "artifacts", "data", ".git", "node_modules", "TestResults", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Below(Root)];

    public static IEnumerable<SourceFile> EndingIn(params string[] endings) =>
        Files.Where(file => endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)));

    private static IEnumerable<SourceFile> Below(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return SourceFile.On(Root, file);
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(child => !Made.Contains(Path.GetFileName(child))))
        {
            foreach (SourceFile file in Below(child))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
