namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>What a coloured word stands for. Always goes with the word itself: a printout may have no colour.</summary>
public enum Tone
{
    Plain,
    Act,
    Wait,
    Done,
    Overdue,
    Seen,
    Controlled,
    Paused,
}
