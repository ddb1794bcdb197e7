namespace ServiceDesk.Web.Hosting;

/// <summary>The short switches of the server, spelt out as configuration keys. Everything else passes unchanged.</summary>
public static class DeskArguments
{
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
