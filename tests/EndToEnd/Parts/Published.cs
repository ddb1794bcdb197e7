namespace ServiceDesk.EndToEnd.Parts;

/// <summary>The desk and the agents as <c>./run</c> would start and serve them. <c>./test e2e</c> builds both first.</summary>
public static class Published
{
    public static string Root { get; } = FindRoot();

    public static string Desk => Existing(Path.Combine(Root, "artifacts", "desk", "ServiceDesk.Web.dll"), "eng/publish-desk");

    public static string Agents => Path.Combine(Root, "artifacts", "agents");

    public static string LinuxAgent => Existing(Path.Combine(Agents, "ServiceDesk-Agent-linux-x64"), "eng/publish-agents");

    /// <summary>Where pictures and logs of a run are kept for people to look at.</summary>
    public static string Evidence => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "evidence")).FullName;

    private static string Existing(string file, string command) =>
        File.Exists(file) ? file : throw new FileNotFoundException($"There is no {Path.GetFileName(file)}: run {command}, or ./test e2e", file);

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
