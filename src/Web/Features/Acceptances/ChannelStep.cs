using System.Globalization;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.Acceptances.Pages;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>① The customer types the channel. The answer to one that does not lead on is the same whatever the reason.</summary>
internal sealed class ChannelStep(CustomerRequest request, OpenHelpPage open, FailedTries tries)
{
    public IResult Show(bool first = false) => Again(first ? request.Texts["ChannelFirst"].Value : null, null, StatusCodes.Status200OK);

    public async Task<IResult> TakeAsync()
    {
        HttpContext context = request.Context;
        string typed = (await context.Request.ReadFormAsync(context.RequestAborted))["channel"].ToString();
        if (!Channel.TryParse(typed, out Channel channel))
            return Again(request.Texts[typed.Count(char.IsDigit) == 9 ? "ChannelWrong" : "ChannelShort"], typed, StatusCodes.Status422UnprocessableEntity);

        System.Net.IPAddress? address = context.Connection.RemoteIpAddress;
        if (tries.WaitOf(address) is { } wait) return Wait(wait);
        if (await open.ExecuteAsync(channel, context.RequestAborted) is not { } opened)
        {
            tries.Failed(address);
            return Again(request.Texts["ChannelUnknown"], null, StatusCodes.Status422UnprocessableEntity);
        }

        if (opened.First) tries.Forgive(address);
        request.Bind(opened.Session);
        return CustomerRequest.Go("/help/read");
    }

    private IResult Wait(TimeSpan wait)
    {
        request.Context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Again(request.Texts["ChannelWait", Math.Ceiling(wait.TotalMinutes)], null, StatusCodes.Status429TooManyRequests);
    }

    private IResult Again(string? trouble, string? typed, int status)
    {
        (string name, string value) = request.Seal();
        return CustomerRequest.Page<ChannelPage>(new { SealName = name, SealValue = value, Trouble = trouble, Typed = typed }, status);
    }
}
