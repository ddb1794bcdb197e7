using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Web.Hosting;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class DemoPeopleTests
{
    [Fact]
    public async Task DemoPeople_DoNotExist_WithoutTheSwitch()
    {
        await using DeskApp desk = new() { Settings = { ["Desk:Demo"] = "false" } };
        await desk.InitializeAsync();
        using Visitor visitor = desk.NewVisitor();
        (await visitor.SignInAsync("max", DemoPeople.Password)).Dispose();
        visitor.IsSignedIn.ShouldBeFalse();
    }

    [Fact]
    public async Task DemoPeople_AreShutOut_WhenADemoDatabaseIsStartedWithoutTheSwitch()
    {
        await using DeskApp desk = new();
        await desk.InitializeAsync();
        OwnScope scope = desk.Services.GetRequiredService<OwnScope>();
        await scope.RunAsync<UserManager<DeskUser>>(users => DemoPeople.PrepareAsync(users, mayExist: false));
        using Visitor visitor = desk.NewVisitor();
        (await visitor.SignInAsync("max", DemoPeople.Password)).Dispose();
        visitor.IsSignedIn.ShouldBeFalse();

        await scope.RunAsync<UserManager<DeskUser>>(users => DemoPeople.PrepareAsync(users, mayExist: true));
        await visitor.SignInAsync(DemoPeople.Max);
        visitor.IsSignedIn.ShouldBeTrue();
    }
}
