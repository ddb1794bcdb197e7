namespace ServiceDesk.Web.Features.Acceptances.Pages;

/// <summary>The four steps of the customer's way, in order.</summary>
public enum CustomerStep
{
    Channel,
    Read,
    Download,
    Connect,
}
