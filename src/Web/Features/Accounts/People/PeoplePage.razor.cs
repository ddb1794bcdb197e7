using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using ServiceDesk.Domain;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Accounts.People;

public sealed partial class PeoplePage(DeskPeopleQueries queries, OwnScope scope, OneTimeLinks links, DeskAddress address, TimeProvider time, ISnackbar snackbar, IStringLocalizer<AccountsTexts> T)
{
    private IReadOnlyList<DeskPersonRow>? _people;
    private NewLink? _link;
    private string? _refusal;
    private bool _adding;
    private Guid _me;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.DeskUserId;
        _people = await queries.AllAsync();
    }

    private async Task AddedAsync((string DisplayName, string Token) added)
    {
        _adding = false;
        Show(added.DisplayName, added.Token);
        _people = await queries.AllAsync();
    }

    private async Task IssueLinkAsync(DeskPersonRow person) => Show(person.DisplayName, await links.IssueAsync(person.Id));

    private Task SetRolesAsync(DeskPersonRow person, IReadOnlyCollection<string> roles) =>
        ChangeAsync(() => scope.RunAsync<SetDeskRoles>(use => use.ExecuteAsync(person.Id, roles)));

    private async Task DisableAsync(DeskPersonRow person, bool isDisabled)
    {
        if (await ChangeAsync(() => scope.RunAsync<SetDeskPersonDisabled>(use => use.ExecuteAsync(person.Id, isDisabled))) && isDisabled)
            OfferUndo(person);
    }

    private void OfferUndo(DeskPersonRow person) => snackbar.Add(T["Disabled", person.DisplayName], Severity.Normal, notice =>
    {
        notice.Action = T["Undo"];
        notice.CloseAfterNavigation = true;
        notice.OnClick = _ => InvokeAsync(async () =>
        {
            await DisableAsync(person, isDisabled: false);
            StateHasChanged();
        });
    });

    private async Task<bool> ChangeAsync(Func<Task> change)
    {
        _refusal = null;
        try
        {
            await NotSavedException.OrAsync(change);
        }
        catch (RuleBrokenException broken)
        {
            _refusal = BrokenRuleText.Of(T, broken);
        }
        catch (NotSavedException)
        {
            _refusal = T["Rule_accounts_not_saved"];
        }

        _people = await queries.AllAsync();
        return _refusal is null;
    }

    private void Show(string person, string token) =>
        _link = new NewLink(person, address.LinkTo(OneTimeLinks.PathOf(token)), time.GetUtcNow() + OneTimeLinks.Life);
}
