using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Components;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Title and fields of a ticket; each choice is saved at once.</summary>
public sealed partial class TicketHead(TicketChoices choices, DeskTimes times, TimeProvider time, IStringLocalizer<TicketTexts> T)
{
    private IReadOnlyList<QueueChoice> _queues = [];
    private IReadOnlyList<Choice<int>> _catalogue = [];
    private IReadOnlyList<Choice<Guid>> _owners = [];
    private int _ownersOf;
    private TicketState? _asking;
    private string? _title;
    private bool _editing;
    private int _drawn;

    [Parameter, EditorRequired]
    public TicketDetails Ticket { get; set; } = default!;

    [Parameter, EditorRequired]
    public Guid Me { get; set; }

    /// <summary>Asks the ticket to do something; false when it refused.</summary>
    [Parameter, EditorRequired]
    public Func<Func<ChangeTicket, Task<bool>>, Task<bool>> Do { get; set; } = default!;

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

    private async Task StateChosenAsync(object? value)
    {
        var state = Enum.Parse<TicketState>((string)value!);
        _asking = state is TicketState.CallbackPromised or TicketState.Merged ? state : null;
        if (_asking is null) await ChooseAsync(change => change.MoveToAsync(Ticket.Id, state, Me));
    }

    // A browser keeps showing what was chosen even where it was refused, so the lists are drawn anew.
    private async Task ChooseAsync(Func<ChangeTicket, Task<bool>> verb)
    {
        if (!await Do(verb)) _drawn++;
    }

    private void Cancel()
    {
        _asking = null;
        _drawn++;
    }

    private async Task PromiseAsync((DateTime From, DateTime Until) window)
    {
        if (await Do(change => change.PromiseCallbackAsync(Ticket.Id, window.From, window.Until, Me))) _asking = null;
    }

    private async Task MergeAsync(string? number)
    {
        if (await Do(change => change.MergeAsync(Ticket.Id, number, Me))) _asking = null;
    }

    private void Edit() => (_title, _editing) = (Ticket.Title, true);

    private async Task RenameAsync()
    {
        if (await Do(change => change.RenameAsync(Ticket.Id, _title, Me))) _editing = false;
    }

    private static Guid? GuidOf(object? value) => Guid.TryParse(value as string, out Guid id) ? id : null;

    private static int? NumberOf(object? value) => int.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
}
