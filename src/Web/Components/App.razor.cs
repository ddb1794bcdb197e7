using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using static Microsoft.AspNetCore.Components.Web.RenderMode;

namespace ServiceDesk.Web.Components;

/// <summary>The document. Desk pages live on a circuit; pages with <c>[ExcludeFromInteractiveRouting]</c> are plain HTML with no script at all.</summary>
public sealed partial class App
{
    public const string ThemeCookie = "desk.theme";

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private bool OnCircuit => HttpContext.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => OnCircuit ? InteractiveServer : null;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Null, so that the attribute is left out, as long as the system decides.</summary>
    private string? Theme => HttpContext.Request.Cookies[ThemeCookie] is ("light" or "dark") and string chosen ? chosen : null;
}
