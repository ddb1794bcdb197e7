using Hangfire;
using ServiceDesk.Web.Features.Acceptances;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Jobs;

/// <summary>
/// What runs by the clock. Each job asks the database what is due, so nothing is lost with the scheduler's memory:
/// it only says "look again".
/// </summary>
public sealed class DeskJobs(ExpireChannels expire, ForgetChannels forget, FailedTries tries, CloseSolvedTickets close)
{
    [DisableConcurrentExecution(60)]
    public async Task TidyChannelsAsync(CancellationToken cancel)
    {
        tries.ForgetOld();
        await expire.ExecuteAsync(cancel);
        await forget.ExecuteAsync(cancel);
    }

    [DisableConcurrentExecution(600)]
    public Task CloseSolvedTicketsAsync(CancellationToken cancel) => close.ExecuteAsync(cancel);
}
