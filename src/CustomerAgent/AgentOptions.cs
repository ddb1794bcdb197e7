using System.Reflection;

namespace ServiceDesk.CustomerAgent;

/// <summary>What may be said when the program is started. Nothing here can accept anything for the customer.</summary>
/// <param name="Server">Address of the desk as given, else as built into this file; may be no address at all.</param>
/// <param name="Channel">A hint for the channel's entry, shown and confirmed like typed digits.</param>
/// <param name="German">The language of the windows.</param>
internal sealed record AgentOptions(string Server, string Channel, bool German)
{
    public const string Usage = "ServiceDesk-Agent --server URL [--channel N] [--locale de|en]";

    /// <summary>The desk's address, or null when <see cref="Server"/> is none.</summary>
    public Uri? Address =>
        Uri.TryCreate(Server, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri is { UserInfo: "", Host.Length: > 0 } ? uri : null;

    /// <summary>Null for anything that is not exactly this usage.</summary>
    /// <param name="environment">Reads a variable of the environment: the language, where none was given.</param>
    public static AgentOptions? TryParse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        string server = BuiltInAddress(), channel = "";
        bool german = IsGerman(environment);
        for (int i = 0; i < arguments.Count; i += 2)
        {
            string? value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            switch (arguments[i], value)
            {
                case ("--server", not null): server = value; break;
                case ("--channel", not null): channel = value; break;
                case ("--locale", "de"): german = true; break;
                case ("--locale", "en"): german = false; break;
                default: return null;
            }
        }
        return server.Length == 0 ? null : new AgentOptions(server, channel, german);
    }

    /// <summary>The address that was given when this file was published, or nothing.</summary>
    private static string BuiltInAddress() =>
        typeof(AgentOptions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "DeskAddress")?.Value ?? "";

    /// <summary>The language as the desktop has it: the first of these variables that is set decides.</summary>
    public static bool IsGerman(Func<string, string?> environment)
    {
        string? language = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return language?.StartsWith("de", StringComparison.OrdinalIgnoreCase) == true;
    }
}
