namespace ServiceDesk.Web.Hosting;

/// <summary>The short switches of the server, spelt out as configuration keys. Everything else passes unchanged.</summary>
public static class DeskArguments
{
    /// <summary>A published desk brings its pages' files and its settings along, so it finds them from whichever folder it is started.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = Translate(args),
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    public static string[] Translate(string[] args)
    {
        List<string> translated = [];
        for (int i = 0; i < args.Length; i++)
            translated.Add(args[i] switch
            {
                "--demo" => "--Desk:Demo=true",
                "--data" => $"--Desk:Data={ValueAfter(args, ref i)}",
                "--agents" => $"--Desk:Agents={ValueAfter(args, ref i)}",
                "--port" => $"--urls=http://localhost:{ValueAfter(args, ref i)}",
                string other => other,
            });
        return [.. translated];
    }

    private static string ValueAfter(string[] args, ref int i) =>
        i + 1 < args.Length ? args[++i] : throw new ArgumentException($"{args[i]} needs a value.");
}
