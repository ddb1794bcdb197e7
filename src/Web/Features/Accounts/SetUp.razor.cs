using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Where a one-time link leads: a new person or a reset sets a password; on an empty desk the first administrator is made.</summary>
public sealed partial class SetUp(FirstAdministratorLink first, OneTimeLinks links, CreateFirstAdministrator create, SetPasswordByLink setPassword)
{
    private enum LinkKind { Closed, FirstAdministrator, Person }

    private LinkKind _kind;

    [Parameter]
    public string Token { get; set; } = "";

    [SupplyParameterFromForm]
    private Form Input { get; set; } = default!;

    private string Title => _kind is LinkKind.FirstAdministrator ? "SetUpFirst" : "SetUp";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        Show(first.IsOpen(Token) ? LinkKind.FirstAdministrator : await links.FindAsync(Token) is not null ? LinkKind.Person : LinkKind.Closed);
    }

    private async Task SubmitAsync()
    {
        Refusal = Missing() ? T["Missing"].Value : Input.Password != Input.Repeated ? T["NotRepeated"].Value : null;
        if (Refusal is not null || _kind is LinkKind.Closed)
            return;
        IdentityResult? result = _kind is LinkKind.FirstAdministrator
            ? await create.ExecuteAsync(Token, Input.DisplayName!, Input.Name!, Input.Password!)
            : await setPassword.ExecuteAsync(Token, Input.Password!);
        if (result is null)
            Show(LinkKind.Closed);
        else if (result.Succeeded)
            Navigation.NavigateTo("/account/sign-in?done=password");
        else
            Refusal = string.Join(" ", result.Errors.Select(error => error.Description));
    }

    private void Show(LinkKind kind)
    {
        _kind = kind;
        if (kind is LinkKind.Closed)
            HttpContext.AnswerWith(StatusCodes.Status410Gone);
    }

    private bool Missing() => string.IsNullOrEmpty(Input.Password)
        || _kind is LinkKind.FirstAdministrator && (string.IsNullOrWhiteSpace(Input.DisplayName) || string.IsNullOrWhiteSpace(Input.Name));

    private sealed class Form
    {
        public string? DisplayName { get; set; }
        public string? Name { get; set; }
        public string? Password { get; set; }
        public string? Repeated { get; set; }
    }
}
