namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>A part of a document. It is asked twice for its strips (to count the pages, then to draw) and makes them while they are read.</summary>
public interface IBlock
{
    IEnumerable<Strip> Strips();
}
