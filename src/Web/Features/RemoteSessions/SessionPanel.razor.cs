using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using ServiceDesk.Domain;
using ServiceDesk.Web.Components;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The remote session beside a ticket: start it, read out its channel, follow it, open the viewer, end it.</summary>
public sealed partial class SessionPanel(SessionQueries queries, StartSession start, EndSession end, SessionChanges changes, IDialogService dialogs, IStringLocalizer<RemoteSessionsTexts> T) : IDisposable
{
    private IDisposable? _subscription;
    private string? _refusal;
    private CancellationTokenSource? _asking;
    private bool _busy;
    private Guid _me;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public long TicketId { get; set; }

    /// <summary>Whose screen it is about, by name.</summary>
    [Parameter, EditorRequired]
    public string Customer { get; set; } = "";

    /// <summary>Whether the ticket is open; only then is there a session to start.</summary>
    [Parameter]
    public bool CanStart { get; set; } = true;

    /// <summary>Kept from the first, static rendering, so that nothing flickers when the page comes alive.</summary>
    [PersistentState]
    public SessionRow? Row { get; set; }

    private bool IsMine => Row?.ConsultantId == _me;

    protected override async Task OnParametersSetAsync()
    {
        _me = (await Authentication).User.DeskUserId;
        if (RendererInfo.IsInteractive) _subscription ??= changes.SubscribeTicket(TicketId, () => InvokeAsync(ChangedAsync));
        if (Row?.TicketId != TicketId) Row = await queries.OfTicketAsync(TicketId);
    }

    private Task StartAsync() => DoAsync(() => start.ExecuteAsync(TicketId, _me));

    private async Task AskEndAsync()
    {
        Guid session = Row!.Id;
        using var asking = new CancellationTokenSource();
        _asking = asking;
        bool isMeant = await dialogs.ConfirmAsync(T["EndConfirm", Customer], T["EndText"], T["EndYes"], T["EndNo"], asking.Token);
        _asking = null;
        if (isMeant) await DoAsync(() => end.ExecuteAsync(session, _me));
    }

    // Here and now: the dialog is closed on the circuit's own thread.
    private void StopAsking() => _asking?.Cancel();

    private async Task DoAsync(Func<Task> verb)
    {
        (_busy, _refusal) = (true, null);
        try
        {
            await NotSavedException.OrAsync(verb);
            Row = await queries.OfTicketAsync(TicketId);
        }
        catch (RuleBrokenException broken)
        {
            _refusal = T[$"Rule_{broken.Rule}"];
        }
        catch (NotSavedException)
        {
            _refusal = T["NotSaved"];
        }

        _busy = false;
    }

    private async Task ChangedAsync()
    {
        try
        {
            Row = await queries.OfTicketAsync(TicketId);
            StateHasChanged();
            if (Row is not { IsOpen: true }) StopAsking();
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }

    public void Dispose() => _subscription?.Dispose();
}
