using Microsoft.AspNetCore.Components;
using ServiceDesk.Web.Components;

namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>One person and, folded out below, what is being changed.</summary>
public sealed partial class PersonLine
{
    private bool _editing;
    private HashSet<string> _roles = [];

    [Parameter, EditorRequired]
    public DeskPersonRow Person { get; set; } = default!;

    [Parameter]
    public bool IsMe { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyCollection<string>> OnRoles { get; set; }

    [Parameter]
    public EventCallback OnLink { get; set; }

    [Parameter]
    public EventCallback<bool> OnDisable { get; set; }

    private (DeskState State, string Word) Shown => Person.State switch
    {
        SignInState.Active => (DeskState.Done, T["State_active"]),
        SignInState.Locked => (DeskState.Overdue, T["State_locked", Times.Say(Person.LockedUntil!.Value)]),
        SignInState.Invited => (DeskState.Act, T["State_invited"]),
        _ => (DeskState.Paused, T["State_disabled"]),
    };

    private void Edit()
    {
        _roles = [.. Person.Roles];
        _editing = !_editing;
    }

    private async Task SaveAsync()
    {
        _editing = false;
        await OnRoles.InvokeAsync(_roles);
    }

    private async Task AskAsync()
    {
        if (await Dialogs.ConfirmAsync(T["DisableAsk", Person.DisplayName], T["DisableText", Person.DisplayName], T["DisablePerson", Person.DisplayName], T["Cancel"]))
            await OnDisable.InvokeAsync(true);
    }
}
