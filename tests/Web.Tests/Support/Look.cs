namespace ServiceDesk.Web.Tests.Support;

/// <summary>How somebody looks at the desk.</summary>
public sealed record Look(string Language = "en", bool IsDark = false, int Width = 1280, int Height = 800, bool HasScripts = true)
{
    /// <summary>Both languages in light and dark.</summary>
    public static TheoryData<string, bool> LanguagesAndSchemes => new() { { "en", false }, { "en", true }, { "de", false }, { "de", true } };

    public string Name => $"{Language}-{(IsDark ? "dark" : "light")}-{Width}";
}
