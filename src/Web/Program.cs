using ServiceDesk.Web.Components;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Hosting;

WebApplicationBuilder builder = WebApplication.CreateBuilder(DeskArguments.Translate(args));
builder.AddHosting();
builder.AddShell();
builder.AddAccounts();

WebApplication app = builder.Build();
await app.MigrateDatabaseAsync();
await app.PrepareAccountsAsync();

app.UseHosting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseFormChecks();

app.MapHosting();
app.MapAccounts();
app.MapShell();

app.AnnounceWhenReady();
await app.RunAsync();
