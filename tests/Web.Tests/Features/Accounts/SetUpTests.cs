using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Web.Features.Accounts.People;
using ServiceDesk.Web.Hosting;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class SetUpTests(DeskApp desk) : IClassFixture<DeskApp>
{
    private const string Fresh = "a fresh pass phrase";

    [Fact]
    public async Task FirstAdministrator_IsMadeByTheLink_Once()
    {
        await using DeskApp empty = new() { Settings = { ["Desk:Demo"] = "false" } };
        await empty.InitializeAsync();
        string path = OneTimeLinks.PathOf(empty.Services.GetRequiredService<FirstAdministratorLink>().Issue());
        using Visitor visitor = empty.NewVisitor();
        (string, string)[] form = [("Input.DisplayName", "Ada Root"), ("Input.Name", "ada"), ("Input.Password", Fresh), ("Input.Repeated", Fresh)];

        using HttpResponseMessage answer = await visitor.SubmitAsync(path, form);
        answer.LeadsTo.ShouldBe("/account/sign-in?done=password");
        using HttpResponseMessage again = await visitor.GetAsync(path);
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await visitor.SignInAsync("ada", Fresh)).Dispose();
        using HttpResponseMessage people = await visitor.GetAsync("/admin/people");
        (await people.TextAsync()).ShouldContain("Ada Root");
    }

    [Fact]
    public async Task FirstAdministrator_KeepsTheLink_WhenThePasswordIsRefused()
    {
        await using DeskApp empty = new() { Settings = { ["Desk:Demo"] = "false" } };
        await empty.InitializeAsync();
        string path = OneTimeLinks.PathOf(empty.Services.GetRequiredService<FirstAdministratorLink>().Issue());
        using Visitor visitor = empty.NewVisitor("de");

        using HttpResponseMessage refused = await visitor.SubmitAsync(path, ("Input.DisplayName", "Ada"), ("Input.Name", "ada"), ("Input.Password", "kurz"), ("Input.Repeated", "kurz"));
        (await refused.TextAsync()).ShouldContain("mindestens 12 Zeichen");
        using HttpResponseMessage page = await visitor.GetAsync(path);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "77")]
    public async Task Person_SetsAPasswordByTheLink_AndNothingElse()
    {
        string token = await desk.Services.GetRequiredService<OwnScope>()
            .RunAsync<AddDeskPerson, string>(use => use.ExecuteAsync("Nora Neu", "nora", [DeskRoles.Consultant]));
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.SubmitAsync(OneTimeLinks.PathOf(token),
            ("Input.Password", Fresh), ("Input.Repeated", Fresh), ("Input.Name", "root"), ("Input.DisplayName", "Root"), ("Input.Roles", DeskRoles.Administrator));
        answer.LeadsTo.ShouldBe("/account/sign-in?done=password");

        (await visitor.SignInAsync("nora", Fresh)).Dispose();
        visitor.IsSignedIn.ShouldBeTrue();
        using HttpResponseMessage people = await visitor.GetAsync("/admin/people");
        people.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "74")]
    public async Task ClosedLink_HasOneAnswer_WhateverItWas()
    {
        string used = await desk.Services.GetRequiredService<OneTimeLinks>().IssueAsync(DemoPeople.Lena.Id, TestContext.Current.CancellationToken);
        await desk.Services.GetRequiredService<OneTimeLinks>().TryUseAsync(used, TestContext.Current.CancellationToken);
        string answer = await BodyAsync(used);
        (await BodyAsync("unknown")).ShouldBe(answer);
        (await BodyAsync("AAAA")).ShouldBe(answer);
    }

    private async Task<string> BodyAsync(string token)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.GetAsync(OneTimeLinks.PathOf(token));
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        string html = (await answer.TextAsync()).Replace(token, "");
        return html[..html.IndexOf("</main>", StringComparison.Ordinal)];
    }
}
