using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class LogTests
{
    [Fact]
    public async Task Log_HoldsNoNameAndNoAddress()
    {
        await using DeskApp desk = new();
        await desk.InitializeAsync();
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Sabine);
        (await visitor.SignInAsync("a-name-to-look-for", "a-password-to-look-for")).Dispose();
        (await visitor.GetAsync("/nothing-here?q=a-query-to-look-for")).Dispose();

        string log = string.Join('\n', desk.Log.All);
        foreach (string forbidden in (string[])["sabine", "Sabine Kurz", "to-look-for", "127.0.0.1", "::1"])
            log.ShouldNotContain(forbidden);
    }

    [Fact]
    public async Task Log_WarnsOfNothing_WhenACustomerOpensTheFirstPage()
    {
        await using DeskApp desk = new();
        await desk.InitializeAsync();
        using Visitor customer = desk.NewVisitor();

        using HttpResponseMessage page = await customer.GetAsync("/help");

        page.Headers.CacheControl.ShouldNotBeNull().ToString().ShouldBe("no-store");
        desk.Log.All.ShouldNotContain(line => line.StartsWith("Warning") && line.Contains("Antiforgery"));
    }
}
