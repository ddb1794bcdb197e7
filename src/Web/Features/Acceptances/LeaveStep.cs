using ServiceDesk.Web.Features.Acceptances.Pages;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>The customer may stop at any time, and keeps a receipt.</summary>
internal sealed class LeaveStep(CustomerRequest request, StopSession stop, VisitQueries queries)
{
    public async Task<IResult> AskToStopAsync()
    {
        switch (await request.VisitAsync())
        {
            case null: return CustomerRequest.Go("/help");
            case { IsOver: true }: return CustomerRequest.Go("/help/status");
        }

        (string name, string value) = request.Seal();
        return CustomerRequest.Page<StopPage>(new { SealName = name, SealValue = value });
    }

    public async Task<IResult> StopAsync()
    {
        if (await request.VisitAsync() is not { } visit) return CustomerRequest.Go("/help");
        await stop.ExecuteAsync(visit.Id, request.Context.RequestAborted);
        return CustomerRequest.Go("/help/status");
    }

    public async Task<IResult> ReceiptAsync() => await request.VisitAsync() switch
    {
        { IsAccepted: true } visit => CustomerRequest.Page<ReceiptPage>(new { Visit = visit, Texts = await queries.AcceptedAsync(visit.Id, request.Context.RequestAborted) }),
        null => CustomerRequest.Go("/help?first"),
        _ => CustomerRequest.Go("/help/status"),
    };
}
