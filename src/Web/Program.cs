using ServiceDesk.Data;
using ServiceDesk.Web.Components;
using ServiceDesk.Web.Features.Acceptances;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Features.Administration;
using ServiceDesk.Web.Features.Demo;
using ServiceDesk.Web.Features.Jobs;
using ServiceDesk.Web.Features.People;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Features.Reports;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Hosting;

WebApplicationBuilder builder = WebApplication.CreateBuilder(DeskArguments.Options(args));
builder.AddHosting();
builder.AddShell();
builder.AddAccounts();
builder.AddPeople();
builder.AddTickets();
builder.AddAdministration();
builder.AddReports();
builder.AddRemoteSessions();
builder.AddAcceptances();
builder.AddJobs();
builder.AddDemo();

WebApplication app = builder.Build();
await app.Services.MigrateServiceDeskAsync();
await app.PrepareAccountsAsync();
await app.PrepareDemoAsync();

app.UseHosting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseFormChecks();

app.MapHosting();
app.MapAccounts();
app.MapReports();
app.MapRemoteSessions();
app.MapAcceptances();
app.MapJobs();
app.MapShell();

app.AnnounceWhenReady();
await app.RunAsync();
