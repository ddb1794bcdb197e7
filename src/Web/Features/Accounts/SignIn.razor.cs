using Microsoft.AspNetCore.Components;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Accounts;

public sealed partial class SignIn(SignInWithPassword signIn)
{
    [SupplyParameterFromForm]
    private Form Input { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    protected override void OnInitialized()
    {
        Input ??= new Form();
        if (HttpMethods.IsGet(HttpContext.Request.Method) && HttpContext.User.Identity is { IsAuthenticated: true })
            Navigation.NavigateTo(LocalPath.OrHome(ReturnUrl));
    }

    private async Task SubmitAsync()
    {
        if (await signIn.ExecuteAsync(Input.Name ?? "", Input.Password ?? ""))
            Navigation.NavigateTo(LocalPath.OrHome(ReturnUrl));
        else
            Refusal = T["Refused"];
    }

    private sealed class Form
    {
        public string? Name { get; set; } = "";
        public string? Password { get; set; } = "";
    }
}
