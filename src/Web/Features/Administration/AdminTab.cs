namespace ServiceDesk.Web.Features.Administration;

/// <summary>The pages of the administration that the desk draws itself.</summary>
public enum AdminTab
{
    People,
    Queues,
}
