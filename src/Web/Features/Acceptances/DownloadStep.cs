using ServiceDesk.Web.Features.Acceptances.Pages;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>③ The customer gets the agent: the one for the system that asks, others beside it.</summary>
internal sealed class DownloadStep(CustomerRequest request, AgentFiles files)
{
    public async Task<IResult> ShowAsync() => await request.VisitAsync() switch
    {
        null => CustomerRequest.Go("/help?first"),
        { IsOver: true } => CustomerRequest.Go("/help/status"),
        { IsAccepted: false } => CustomerRequest.Go("/help/read"),
        _ => CustomerRequest.Page<DownloadPage>(new { Files = files.List(), Own = VisitorSystem.FileFor(request.Context.Request, files.List()) }),
    };

    /// <summary>What the files are, for people and scripts that compare checksums. Public: the bytes are the same for everybody.</summary>
    public IResult List() => Results.Json(files.List().Select(file => new
    {
        file.Platform,
        File = file.Name,
        file.Size,
        file.Sha256,
        Url = $"/downloads/{file.Name}",
    }));

    /// <summary>The file itself, after the texts were accepted; before that the way leads through them.</summary>
    public async Task<IResult> SendAsync(string name)
    {
        if (await request.VisitAsync() is not { IsAccepted: true, IsOver: false }) return CustomerRequest.Go("/help?first");
        return files.Find(name) is { } file
            ? Results.File(file.Path, "application/octet-stream", file.Name, enableRangeProcessing: true)
            : Results.NotFound();
    }
}
