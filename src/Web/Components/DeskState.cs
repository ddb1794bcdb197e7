namespace ServiceDesk.Web.Components;

/// <summary>Who acts next, and how far a remote session goes. Each has a word, a shape and a colour, everywhere the same.</summary>
public enum DeskState
{
    Act,
    Wait,
    Done,
    Overdue,
    SessionWaiting,
    Seen,
    Controlled,
    Paused,
}
