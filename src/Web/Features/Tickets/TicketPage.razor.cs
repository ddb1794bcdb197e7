using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Features.People;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Tickets;

public sealed partial class TicketPage(TicketQueries queries, PersonQueries people, ChangeTicket change, TicketChanges changes, ISnackbar snackbar, NavigationManager navigation, IStringLocalizer<TicketTexts> T) : IDisposable
{
    private IReadOnlyList<CallerTicket> _others = [];
    private IDisposable? _subscription;
    private bool _looked;
    private bool _doing;
    private int _asked;
    private Guid _me;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public string? Number { get; set; }

    /// <summary>Kept from the first, static rendering, so that nothing flickers when the page comes alive.</summary>
    [PersistentState]
    public TicketDetails? Details { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.DeskUserId;
        if (RendererInfo.IsInteractive) _subscription = changes.Subscribe(id => id == Details?.Id ? InvokeAsync(ChangedAsync) : Task.CompletedTask);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Details?.Number.ToString() != Number)
        {
            await LoadAsync();
        }
        else if (!_looked)
        {
            await LoadOthersAsync(); // the ticket was kept from the static rendering, its neighbours were not
        }

        _looked = true;
    }

    private async Task LoadAsync()
    {
        int asked = ++_asked;
        TicketDetails? found = TicketNumber.TryParse(Number, out TicketNumber number) ? await queries.FindAsync(number, _me) : null;
        if (asked != _asked) return; // an older answer never takes the place of a newer one
        Details = found;
        await LoadOthersAsync();
    }

    private async Task LoadOthersAsync()
    {
        if (Details is not null)
            _others = [.. (await people.TicketsOfAsync(Details.Caller.Id, _me, most: 6)).Where(ticket => ticket.Id != Details.Id)];
    }

    private async Task ChangedAsync()
    {
        if (_doing) return; // our own change: it is loaded when it is done
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }

    /// <summary>Asks the ticket to do something; answers why not, or null when it is done.</summary>
    private async Task<string?> DoAsync(Func<ChangeTicket, Task<bool>> verb)
    {
        _doing = true;
        try
        {
            bool done = await verb(change);
            _doing = false;
            await LoadAsync();
            if (done && Details is null) LeaveTicket();
            StateHasChanged();
            return done ? null : T["TicketGone"].Value;
        }
        catch (RuleBrokenException broken)
        {
            return T[$"Rule_{broken.Rule}"].Value;
        }
        catch (NotSavedException)
        {
            return T["NothingLost"].Value;
        }
        finally
        {
            _doing = false;
        }
    }

    // Handed over to a queue that is not one of ours: said, rather than "there is no such ticket".
    private void LeaveTicket()
    {
        snackbar.Add(T["HandedOver", Number!], Severity.Normal);
        navigation.NavigateTo("/queues");
    }

    public void Dispose() => _subscription?.Dispose();
}
