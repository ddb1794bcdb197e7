using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServiceDesk.Data;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Web.Features.Accounts.People;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Who may sign in, how, and what they may do.</summary>
public static class AccountsFeature
{
    public const string SignInLimit = "sign-in";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.Configure<AccountOptions>(builder.Configuration.GetSection(AccountOptions.Section));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, SetCookie);
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(options =>
        {
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders sets the stricter one
            options.Cookie.Name = "desk.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(options => options.AddPolicy(SignInLimit, LimitSignIns).RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddSingleton<IPasswordHasher<DeskUser>, PasswordHasher<DeskUser>>();
        services.AddIdentityCore<DeskUser>(SetRules)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<ServiceDeskDb>()
            .AddSignInManager()
            .AddErrorDescriber<AccountErrors>()
            .AddClaimsPrincipalFactory<DeskClaims>();
        services.AddCascadingAuthenticationState()
            .AddScoped<AuthenticationStateProvider, CircuitChecks>()
            .AddSingleton<CurrentStamps>().AddScoped<CookieChecks>().AddSingleton<Passwords>()
            .AddSingleton<OneTimeLinks>().AddSingleton<FirstAdministratorLink>()
            .AddScoped<SignInWithPassword>().AddScoped<SignOutEverywhere>().AddScoped<ChangePassword>()
            .AddScoped<SetPasswordByLink>().AddScoped<CreateFirstAdministrator>()
            .AddSingleton<DeskPeopleQueries>().AddSingleton<LastAdministrator>()
            .AddScoped<AddDeskPerson>().AddScoped<SetDeskRoles>().AddScoped<SetDeskPersonDisabled>();
    }


    public static void MapAccounts(this WebApplication app) =>
        app.MapPost("/account/sign-out", async (HttpContext context, SignOutEverywhere signOut) =>
        {
            await signOut.ExecuteAsync(context.User.DeskUserId);
            return Results.LocalRedirect("/account/sign-in?done=signedOut");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireAuthorization();

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "desk.sign-in";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.EventsType = typeof(CookieChecks);
    }

    private static void SetRules(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    /// <summary>Counts attempts only, not looks at the page. The address lives in memory for the minute of the window.</summary>
    private static RateLimitPartition<string> LimitSignIns(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return RateLimitPartition.GetNoLimiter("");
        int perMinute = context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.SignInsPerMinute;
        return RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
    }
}
