using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ServiceDesk.Web.Components;

/// <summary>MudBlazor's own words in German, from MudTexts.de.resx. English is built into MudBlazor, which does not ask then.</summary>
public sealed class MudTexts(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
