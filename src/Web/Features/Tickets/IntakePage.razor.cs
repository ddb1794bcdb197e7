using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Features.People;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Tickets;

public sealed partial class IntakePage(OpenTicket openTicket, TicketChoices choices, PersonQueries people, NavigationManager navigation, IStringLocalizer<TicketTexts> T)
{
    private IReadOnlyList<QueueChoice> _queues = [];
    private IReadOnlyList<Choice<int>> _catalogue = [];
    private IReadOnlyList<CallerTicket> _tickets = [];
    private Caller _caller = new(null);
    private string? _title;
    private string? _words;
    private int _queue;
    private int? _item;
    private TicketPriority _priority = TicketPriority.Normal;
    private RuleBrokenException? _broken;
    private bool _saving;
    private bool _lost;
    private bool _hasNoQueue;
    private Guid _me;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.DeskUserId;
        _queues = await choices.QueuesOfAsync(_me);
        _hasNoQueue = _queues.Count == 0;
        _catalogue = await choices.CatalogueAsync();
        _queue = _queues.FirstOrDefault()?.Id ?? 0;
    }

    private async Task CallerChangedAsync() =>
        _tickets = _caller.PersonId is { } known ? await people.TicketsOfAsync(known, _me, most: 8) : [];

    private async Task SaveAsync()
    {
        if (_saving) return; // a second Ctrl+Enter while the first is under way opens no second ticket
        (_saving, _lost, _broken) = (true, false, null);
        try
        {
            TicketNumber number = await openTicket.ExecuteAsync(new PhoneTicketForm(_caller, _title, _words, _queue, _priority, _item), _me);
            navigation.NavigateTo($"/tickets/{number}");
        }
        catch (RuleBrokenException broken)
        {
            (_broken, _saving) = (broken, false);
        }
        catch (NotSavedException)
        {
            (_lost, _saving) = (true, false);
        }
    }

    private string? ErrorOf(params string[] fields) =>
        _broken is { } broken && fields.Any(field => broken.Rule.StartsWith(field, StringComparison.Ordinal)) ? T[$"Rule_{broken.Rule}"].Value : null;
}
