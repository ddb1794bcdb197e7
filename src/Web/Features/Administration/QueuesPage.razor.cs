using Microsoft.Extensions.Localization;
using ServiceDesk.Domain;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Administration;

public sealed partial class QueuesPage(QueueAdminQueries queries, SetQueueMember setMember, IStringLocalizer<AdministrationTexts> T)
{
    private IReadOnlyList<QueueAdminRow>? _queues;
    private IReadOnlyList<CatalogueRow>? _catalogue;
    private IReadOnlyList<Choice<Guid>> _team = [];
    private string? _refusal;
    private bool _adding;

    private IReadOnlyList<string> Categories => [.. (_catalogue ?? []).Select(item => item.Category).Distinct()];

    protected override async Task OnInitializedAsync()
    {
        _team = await queries.TeamAsync();
        _queues = await queries.QueuesAsync();
        await LoadCatalogueAsync();
    }

    private async Task LoadCatalogueAsync() => _catalogue = await queries.CatalogueAsync();

    private async Task QueueAddedAsync()
    {
        _adding = false;
        _queues = await queries.QueuesAsync();
    }

    private async Task SetMemberAsync(QueueAdminRow queue, Guid person, bool isMember)
    {
        _refusal = null;
        try
        {
            await setMember.ExecuteAsync(queue.Id, person, isMember);
        }
        catch (RuleBrokenException broken)
        {
            _refusal = T[$"Rule_{broken.Rule}"];
            _team = await queries.TeamAsync();
        }
        catch (NotSavedException)
        {
            _refusal = T["NotSaved"];
        }

        _queues = await queries.QueuesAsync();
    }
}
