using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Features.People;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Tickets;

public sealed partial class TicketPage(TicketQueries queries, PersonQueries people, ChangeTicket change, TicketChanges changes, IStringLocalizer<TicketTexts> T) : IDisposable
{
    private IReadOnlyList<CallerTicket> _others = [];
    private IDisposable? _subscription;
    private string? _refusal;
    private bool _looked;
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
            _refusal = null;
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
        Details = TicketNumber.TryParse(Number, out TicketNumber number) ? await queries.FindAsync(number, _me) : null;
        await LoadOthersAsync();
    }

    private async Task LoadOthersAsync()
    {
        if (Details is not null)
            _others = [.. (await people.TicketsOfAsync(Details.Caller.Id, _me, most: 6)).Where(ticket => ticket.Id != Details.Id)];
    }

    private async Task ChangedAsync()
    {
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

    /// <summary>Asks the ticket to do something and shows what it says; true when it was done.</summary>
    private async Task<bool> DoAsync(Func<ChangeTicket, Task<bool>> verb)
    {
        _refusal = null;
        try
        {
            bool done = await verb(change);
            await LoadAsync(); // not there any more, or not ours: the page says so
            return done;
        }
        catch (RuleBrokenException broken)
        {
            _refusal = T[$"Rule_{broken.Rule}"];
        }
        catch (NotSavedException)
        {
            _refusal = T["NothingLost"];
        }

        return false;
    }

    public void Dispose() => _subscription?.Dispose();
}
