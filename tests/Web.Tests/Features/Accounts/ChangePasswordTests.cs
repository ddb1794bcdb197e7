using System.Net;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class ChangePasswordTests
{
    private const string Fresh = "another good phrase";

    [Fact]
    public async Task ChangePassword_EndsOtherSignInsAndKeepsThisOne()
    {
        await using DeskApp desk = new();
        await desk.InitializeAsync();
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Max);
        using Visitor elsewhere = await desk.NewVisitorAsync(DemoPeople.Max);

        using HttpResponseMessage answer = await ChangeAsync(visitor, DemoPeople.Password, Fresh, Fresh);
        (await answer.TextAsync()).ShouldContain("is changed");
        using HttpResponseMessage here = await visitor.GetAsync("/account/password");
        here.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage there = await elsewhere.GetAsync("/account/password");
        there.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await elsewhere.SignInAsync("max", Fresh)).Dispose();
        elsewhere.IsSignedIn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("wrong", Fresh, Fresh, "not right")]
    [InlineData(DemoPeople.Password, "short", "short", "at least 12")]
    [InlineData(DemoPeople.Password, "aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "different characters")]
    [InlineData(DemoPeople.Password, Fresh, "something else 12", "differ")]
    [InlineData("", "", "", "every field")]
    public async Task ChangePassword_SaysWhatIsWrong(string current, string wanted, string repeated, string says)
    {
        await using DeskApp desk = new();
        await desk.InitializeAsync();
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Max);
        using HttpResponseMessage answer = await ChangeAsync(visitor, current, wanted, repeated);
        (await answer.TextAsync()).ShouldContain(says);
        using Visitor again = desk.NewVisitor();
        (await again.SignInAsync("max", DemoPeople.Password)).Dispose();
        again.IsSignedIn.ShouldBeTrue();
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string current, string wanted, string repeated) =>
        visitor.SubmitAsync("/account/password", ("Input.Current", current), ("Input.Password", wanted), ("Input.Repeated", repeated));
}
