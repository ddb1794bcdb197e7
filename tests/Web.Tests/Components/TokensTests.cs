using System.Globalization;
using System.Text.RegularExpressions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Components;

/// <summary>Reads the style sheets that the desk serves and holds them to the promises of the look.</summary>
public sealed partial class TokensTests(DeskApp desk) : IClassFixture<DeskApp>
{
    private static readonly string[] Words = ["text", "muted", "accent", "act", "wait", "done", "overdue", "seen", "controlled", "paused"];
    private static readonly string[] Tinted = ["act", "wait", "done", "overdue", "seen", "controlled"];

    [Fact]
    public async Task Dark_IsTheSame_WhetherTheSystemOrThePersonWantsIt()
    {
        IReadOnlyList<Dictionary<string, string>> sets = Sets(await StylesAsync("tokens.css"), ":root");
        sets.Count.ShouldBe(3);
        sets[1].ShouldBe(sets[2]);
        sets[0].Keys.Where(name => sets[0][name].StartsWith('#')).ShouldBe(sets[1].Keys.Where(name => sets[1][name].StartsWith('#')));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Words_CanBeRead(int scheme)
    {
        Dictionary<string, string> set = Sets(await StylesAsync("tokens.css"), ":root")[scheme];
        foreach (string word in Words)
            foreach (string ground in (string[])["surface", "raised"])
                Contrast(Colour(set[word]), Colour(set[ground])).ShouldBeGreaterThanOrEqualTo(4.5, $"{word} on {ground}");
        foreach (string word in Tinted)
            Contrast(Colour(set[word]), Mixed(Colour(set[word]), Colour(set["raised"]), 0.12)).ShouldBeGreaterThanOrEqualTo(4.5, $"{word} on its tint");
        Contrast(Colour(set["on-accent"]), Colour(set["accent"])).ShouldBeGreaterThanOrEqualTo(4.5, "on accent");
        Contrast(Colour(set["on-accent"]), Colour(set["accent-strong"])).ShouldBeGreaterThanOrEqualTo(4.5, "on accent under the pointer");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Shapes_CanBeSeen(int scheme)
    {
        Dictionary<string, string> set = Sets(await StylesAsync("tokens.css"), ":root")[scheme];
        foreach (string ground in (string[])["surface", "raised"])
            Contrast(Colour(set["edge"]), Colour(set[ground])).ShouldBeGreaterThanOrEqualTo(3, $"edge on {ground}");
    }

    [Fact]
    public async Task MudBlazor_TakesEveryColourFromUs()
    {
        HashSet<string> ours = [.. Names(await StylesAsync("mud.css"), "(--mud-palette-[a-z-]+):")];
        IEnumerable<string> theirs = Names(await StylesAsync("_content/MudBlazor/MudBlazor.min.css"), "var\\((--mud-palette-[a-z-]+)").Where(name => name != "--mud-palette-border-opacity");
        theirs.Except(ours).ShouldBeEmpty();
    }

    [Fact]
    public async Task MudTriplets_AreTheTokens()
    {
        string[] tokens = ["accent", "wait", "paused", "seen", "done", "act", "overdue", "text", "text", "line"];
        IReadOnlyList<Dictionary<string, string>> sets = Sets(await StylesAsync("tokens.css"), ":root");
        IReadOnlyList<Dictionary<string, string>> triplets = [.. Sets(await StylesAsync("mud.css"), "html:root").Where(set => set.ContainsKey("mud-palette-primary-rgb"))];
        for (int i = 0; i < 3; i++)
            triplets[i].Values.ShouldBe(tokens.Select(token => string.Join(", ", Colour(sets[i][token]))));
    }

    private async Task<string> StylesAsync(string path)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.GetAsync(path);
        return await answer.EnsureSuccessStatusCode().TextAsync();
    }

    /// <summary>The custom properties of each block whose selector begins so: light, dark by system, dark by choice.</summary>
    private static IReadOnlyList<Dictionary<string, string>> Sets(string styles, string selector) =>
    [
        .. Regex.Matches(styles, $@"(?<![\w:]){Regex.Escape(selector)}[^{{}}]*\{{(?<body>[^}}]*)\}}")
            .Select(block => Property().Matches(block.Groups["body"].Value).ToDictionary(property => property.Groups["name"].Value, property => property.Groups["value"].Value.Trim()))
            .Where(set => set.Count > 1),
    ];

    private static IEnumerable<string> Names(string styles, string pattern) => Regex.Matches(styles, pattern).Select(match => match.Groups[1].Value).Distinct();

    private static int[] Colour(string hex) => [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static int[] Mixed(int[] top, int[] ground, double share) => [.. top.Zip(ground, (t, g) => (int)Math.Round(t * share + g * (1 - share)))];

    /// <summary>WCAG 2.2, relative luminance and contrast ratio.</summary>
    private static double Contrast(int[] one, int[] other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(int[] colour)
    {
        double[] linear = [.. colour.Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+):\s*(?<value>[^;]+);")]
    private static partial Regex Property();
}
