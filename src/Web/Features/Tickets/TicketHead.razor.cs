using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Components;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Title and fields of a ticket; each choice is saved at once.</summary>
public sealed partial class TicketHead(TicketChoices choices, IDialogService dialogs, DeskTimes times, TimeProvider time, IStringLocalizer<TicketTexts> T)
{
    private IReadOnlyList<QueueChoice> _queues = [];
    private IReadOnlyList<Choice<int>> _catalogue = [];
    private IReadOnlyList<Choice<Guid>> _owners = [];
    private int _ownersOf;
    private string? _title;
    private bool _editing;
    private bool _hasEdited;
    private (string Field, string Why)? _refused;

    [Parameter, EditorRequired]
    public TicketDetails Ticket { get; set; } = default!;

    [Parameter, EditorRequired]
    public Guid Me { get; set; }

    /// <summary>Asks the ticket to do something; answers why not, or null when it is done.</summary>
    [Parameter, EditorRequired]
    public Func<Func<ChangeTicket, Task<bool>>, Task<string?>> Do { get; set; } = default!;

    private TimeProvider Time => time;

    private bool IsFrozen => Ticket.State.IsFinal();

    private string Word => Ticket is { State: TicketState.CallbackPromised, CallbackFrom: { } from, CallbackUntil: { } until }
        ? T["CallbackWindow", times.Say(from), times.Local(until).ToString("HH:mm", CultureInfo.InvariantCulture)]
        : T[$"State_{Ticket.State}"];

    protected override async Task OnParametersSetAsync()
    {
        if (_queues.Count == 0)
        {
            _queues = await choices.AllQueuesAsync();
            _catalogue = await choices.CatalogueAsync();
        }

        if (_ownersOf == Ticket.QueueId) return;
        _ownersOf = Ticket.QueueId;
        _owners = await choices.OwnersAsync(Ticket.QueueId);
    }

    private async Task StateChosenAsync(string value)
    {
        var state = Enum.Parse<TicketState>(value);
        long id = Ticket.Id;
        _refused = null;
        if (state == TicketState.CallbackPromised)
            await dialogs.AskAsync(T["CallbackTitle", Ticket.Caller.Name], new DialogParameters<CallbackDialog>
            {
                { d => d.Caller, Ticket.Caller.Name },
                { d => d.Promise, (from, until) => Do(change => change.PromiseCallbackAsync(id, from, until, Me)) },
            });
        else if (state == TicketState.Merged)
            await dialogs.AskAsync(T["MergeTitle", Ticket.Number.ToString()], new DialogParameters<MergeDialog>
            {
                { d => d.Ticket, Ticket.Number },
                { d => d.Merge, number => Do(change => change.MergeAsync(id, number, Me)) },
            });
        else
            await DoAsync("state", change => change.MoveToAsync(id, state, Me));
    }

    private Task OwnerChosenAsync(string value) =>
        DoAsync("owner", change => change.AssignAsync(Ticket.Id, Guid.TryParse(value, out Guid owner) ? owner : null, Me));

    private Task QueueChosenAsync(string value) => DoAsync("queue", change => change.MoveToQueueAsync(Ticket.Id, NumberOf(value) ?? Ticket.QueueId, Me));

    private Task PriorityChosenAsync(string value) => DoAsync("priority", change => change.ChangePriorityAsync(Ticket.Id, Enum.Parse<TicketPriority>(value), Me));

    private Task ItemChosenAsync(string value) => DoAsync("catalogue", change => change.ChangeCatalogueItemAsync(Ticket.Id, NumberOf(value), Me));

    private async Task DoAsync(string field, Func<ChangeTicket, Task<bool>> verb)
    {
        _refused = await Do(verb) is { } why ? (field, why) : null;
        StateHasChanged();
    }

    private string? ErrorOf(string field) => _refused is { } refused && refused.Field == field ? refused.Why : null;

    private void Edit() => (_title, _editing, _hasEdited, _refused) = (Ticket.Title, true, true, null);

    private void StopEditing() => (_editing, _refused) = (false, null);

    private async Task RenameAsync()
    {
        await DoAsync("title", change => change.RenameAsync(Ticket.Id, _title, Me));
        if (_refused is null) StopEditing();
    }

    private static string Text(int? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int? NumberOf(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
}
