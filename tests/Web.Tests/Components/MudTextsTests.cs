using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ServiceDesk.Web.Components;

namespace ServiceDesk.Web.Tests.Components;

public sealed class MudTextsTests
{
    [Fact]
    public void MudBlazor_HasEveryWordInGerman()
    {
        Dictionary<string, string> theirs = Entries(new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudBlazor.MudButton).Assembly), CultureInfo.InvariantCulture);
        Dictionary<string, string> ours = Entries(new ResourceManager(typeof(MudTexts)), new CultureInfo("de"));
        theirs.Keys.Except(ours.Keys).ShouldBeEmpty();
        ours.Keys.Except(theirs.Keys).ShouldBeEmpty();
        ours.Where(entry => Places(entry.Value) != Places(theirs[entry.Key])).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Entries(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static string Places(string text) => string.Concat(Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Order(StringComparer.Ordinal));
}
