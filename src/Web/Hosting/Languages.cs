using Microsoft.AspNetCore.Localization;

namespace ServiceDesk.Web.Hosting;

/// <summary>German and English: the reader's choice in a cookie, else what the browser asks for.</summary>
public static class Languages
{
    public const string CookieName = "desk.language";
    private static readonly string[] Known = ["en", "de"];

    public static IServiceCollection AddLanguages(this IServiceCollection services) => services
        .AddLocalization()
        .Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Known[0]).AddSupportedCultures(Known).AddSupportedUICultures(Known);
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = CookieName },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });

    /// <summary>A whole page load, because a circuit keeps the language it started with.</summary>
    public static void MapLanguages(this WebApplication app) => app.MapGet("/culture", (HttpContext context, string? c, string? returnUrl) =>
    {
        if (c is not null && Known.Contains(c))
            context.Response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(c)), Cookie(context));
        return Results.LocalRedirect(LocalPath.OrHome(returnUrl));
    }).AllowAnonymous();

    private static CookieOptions Cookie(HttpContext context) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}
