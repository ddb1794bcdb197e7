using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Web.Features.Accounts;

public sealed partial class Password(ChangePassword change)
{
    private bool _changed;

    [SupplyParameterFromForm]
    private Form Input { get; set; } = default!;

    protected override void OnInitialized() => Input ??= new Form();

    private async Task SubmitAsync()
    {
        Refusal = Input switch
        {
            { Current: null or "" } or { Password: null or "" } => T["Missing"].Value,
            _ when Input.Password != Input.Repeated => T["NotRepeated"].Value,
            _ => null,
        };
        if (Refusal is not null)
            return;
        IdentityResult result = await change.ExecuteAsync(HttpContext.User.DeskUserId, Input.Current!, Input.Password!);
        _changed = result.Succeeded;
        if (!_changed)
            Refusal = string.Join(" ", result.Errors.Select(error => error.Description));
    }

    private sealed class Form
    {
        public string? Current { get; set; }
        public string? Password { get; set; }
        public string? Repeated { get; set; }
    }
}
