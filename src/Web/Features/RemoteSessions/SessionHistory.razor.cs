using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Features.RemoteSessions;

public sealed partial class SessionHistory(HistoryQueries queries, TicketChoices choices, NavigationManager navigation, IStringLocalizer<RemoteSessionsTexts> T)
{
    private IReadOnlyList<Choice<Guid>> _consultants = [];
    private IReadOnlyList<QueueChoice> _queues = [];
    private HistoryFilter _filter = new();
    private HistoryCursor? _after;
    private HistoryPage? _page;
    private string? _ticket;
    private bool _ownOnly;
    private Guid _me;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Consultant { get; set; }

    [SupplyParameterFromQuery]
    private string? Queue { get; set; }

    [SupplyParameterFromQuery]
    private string? Ticket { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Ended { get; set; }

    [SupplyParameterFromQuery(Name = "control")]
    private string? ControlGiven { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    private string Control => _filter.Controlled switch { true => "yes", false => "no", null => "" };

    protected override async Task OnInitializedAsync()
    {
        System.Security.Claims.ClaimsPrincipal person = (await Authentication).User;
        (_me, _ownOnly) = (person.DeskUserId, !person.IsSupervisor);
        _queues = await choices.QueuesOfAsync(_me);
        if (!_ownOnly) _consultants = await queries.ConsultantsAsync(_me);
    }

    protected override async Task OnParametersSetAsync()
    {
        _filter = HistoryFilter.Parse(Consultant, Queue, Ticket, From, To, Ended, ControlGiven);
        _after = HistoryCursor.Parse(After);
        _ticket = _filter.Ticket;
        _page = await queries.PageAsync(_filter, _after, _me, _ownOnly);
    }

    private void Find() => Go(_filter with { Ticket = string.IsNullOrWhiteSpace(_ticket) ? null : _ticket.Trim() });

    private void Go(HistoryFilter filter) => navigation.NavigateTo(filter.Address);

    private string AddressAfter(HistoryCursor cursor) => navigation.GetUriWithQueryParameter("after", cursor.ToString());

    private static string? Chosen(ChangeEventArgs change) => change.Value is string { Length: > 0 } text ? text : null;

    private static bool? YesOrNo(ChangeEventArgs change) => Chosen(change) switch { "yes" => true, "no" => false, _ => null };

    private static Guid? IdOf(ChangeEventArgs change) => Guid.TryParse(Chosen(change), out Guid id) ? id : null;

    private static SessionParty? PartyOf(ChangeEventArgs change) => Enum.TryParse(Chosen(change), out SessionParty party) ? party : null;

    private static DateOnly? DayOf(ChangeEventArgs change) =>
        DateOnly.TryParseExact(Chosen(change), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
