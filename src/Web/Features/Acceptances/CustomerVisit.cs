using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>Ties a browser to the session whose channel it typed: a sealed cookie that holds the session's identity and nothing else.</summary>
public sealed class CustomerVisit(IDataProtectionProvider protection)
{
    public const string CookieName = "desk.visit";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("ServiceDesk.CustomerVisit").ToTimeLimitedDataProtector();

    /// <summary>Starts the half hour, or starts it again.</summary>
    public void Bind(HttpContext context, Guid session) => context.Response.Cookies.Append(
        CookieName, Convert.ToBase64String(_seal.Protect(session.ToByteArray(), Life)),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Life, IsEssential = true, Path = "/" });

    /// <summary>Null without a cookie, after the half hour, or when it is not ours.</summary>
    public Guid? SessionOf(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(CookieName, out string? sealedText)) return null;
        try
        {
            return new Guid(_seal.Unprotect(Convert.FromBase64String(sealedText)));
        }
        catch (Exception notOurs) when (notOurs is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
