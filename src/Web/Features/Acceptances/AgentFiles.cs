using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>The agent's files that this desk serves: the same bytes for every customer.</summary>
public sealed class AgentFiles(IOptions<DeskOptions> options)
{
    private static readonly (string Platform, string Name)[] Known = [("win-x64", AgentDownloads.WindowsX64), ("linux-x64", AgentDownloads.LinuxX64)];
    private readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), string> _hashes = new();

    /// <summary>What is there now; a file that was not published is left out.</summary>
    public IReadOnlyList<AgentFile> List() =>
        [.. Known.Select(known => Describe(known.Platform, known.Name)).OfType<AgentFile>()];

    /// <summary>Null for any name but the known ones: a name from outside never becomes a path.</summary>
    public AgentFile? Find(string name) => List().SingleOrDefault(file => file.Name == name);

    private AgentFile? Describe(string platform, string name)
    {
        var file = new FileInfo(Path.GetFullPath(Path.Combine(options.Value.Agents, name)));
        if (!file.Exists) return null;
        string sha256 = _hashes.GetOrAdd((file.FullName, file.LastWriteTimeUtc, file.Length), key => HashOf(key.Path));
        return new AgentFile(platform, name, file.Length, sha256, file.FullName);
    }

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

/// <param name="Platform"><c>linux-x64</c> or <c>win-x64</c>.</param>
/// <param name="Name">File name as it is downloaded.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Path">Where it lies on the server.</param>
public sealed record AgentFile(string Platform, string Name, long Size, string Sha256, string Path);
