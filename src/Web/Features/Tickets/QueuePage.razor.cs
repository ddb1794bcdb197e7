using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Accounts;

namespace ServiceDesk.Web.Features.Tickets;

public sealed partial class QueuePage(TicketQueries queries, TicketChoices choices, TicketChanges changes, NavigationManager navigation, IStringLocalizer<TicketTexts> T) : IDisposable
{
    private IReadOnlyList<QueueChoice> _queues = [];
    private TicketCounts? _counts;
    private TicketFilter _filter = new(TicketView.Mine);
    private TicketCursor? _after;
    private IDisposable? _subscription;
    private string? _text;
    private string? _shown;
    private bool _hasNoQueue;
    private Guid _me;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Queue { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Priority { get; set; }

    [SupplyParameterFromQuery]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    /// <summary>Kept from the first, static rendering, so that nothing flickers when the page comes alive.</summary>
    [PersistentState]
    public TicketListPage? Page { get; set; }

    private bool IsFiltered => _filter != new TicketFilter(_filter.View);

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.DeskUserId;
        _queues = await choices.QueuesOfAsync(_me);
        _hasNoQueue = _queues.Count == 0;
        if (RendererInfo.IsInteractive) _subscription = changes.Subscribe(id => InvokeAsync(() => ChangedAsync(id)));
    }

    protected override async Task OnParametersSetAsync()
    {
        _filter = TicketFilter.Parse(View, Queue, State, Priority, Text);
        _after = TicketCursor.Parse(After);
        string address = AddressAfter(_after);
        if (address != _shown) _text = _shown is null ? _text ?? _filter.Text : _filter.Text; // the page may be drawn again while somebody types
        bool isNew = address != _shown && (Page is null || _shown is not null);
        _shown = address;
        if (isNew)
        {
            TicketListPage page = await queries.PageAsync(_filter, _after, _me);
            if (address != _shown) return; // another list was asked for meanwhile
            Page = page;
        }

        _counts = await queries.CountsAsync(_me);
    }

    // One line is asked for again, not the list: with fifty open desks the list would be read fifty times.
    private async Task ChangedAsync(long id)
    {
        try
        {
            string? shown = _shown;
            TicketRow? row = await queries.RowAsync(_filter, id, _me);
            if (Page is null || shown != _shown) return;
            bool wasShown = Page.Rows.Any(line => line.Id == id);
            IEnumerable<TicketRow> others = Page.Rows.Where(line => line.Id != id);
            if (row is not null && (wasShown || _after is null)) others = others.Prepend(row);
            Page = Page with { Rows = [.. others.OrderByDescending(line => line.UpdatedAt).ThenByDescending(line => line.Id)] };
            _counts = await queries.CountsAsync(_me);
            StateHasChanged();
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }

    // What stands in the search field counts for every choice: nothing typed is lost because a list was touched first.
    private void Narrow(TicketFilter filter) =>
        navigation.NavigateTo((filter with { Text = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim() }).Address);

    private string AddressAfter(TicketCursor? cursor) => cursor is null ? _filter.Address : navigation.GetUriWithQueryParameter("after", cursor.ToString());

    private int? CountOf(TicketView view) => view switch
    {
        TicketView.Mine => _counts?.Mine,
        TicketView.Team => _counts?.Team,
        TicketView.Callbacks => _counts?.Callbacks,
        TicketView.Unassigned => _counts?.Unassigned,
        _ => null,
    };

    private static IEnumerable<TicketState> StatesIn(TicketView view) => view switch
    {
        TicketView.Done => Enum.GetValues<TicketState>().Where(state => !state.IsOpen()),
        TicketView.Callbacks => [TicketState.CallbackPromised],
        _ => Enum.GetValues<TicketState>().Where(state => state.IsOpen()),
    };

    private static string? Chosen(ChangeEventArgs e) => e.Value is string { Length: > 0 } value ? value : null;

    private static TEnum? ChosenOf<TEnum>(ChangeEventArgs e) where TEnum : struct, Enum =>
        Enum.TryParse(Chosen(e), out TEnum value) ? value : null;

    public void Dispose() => _subscription?.Dispose();
}
