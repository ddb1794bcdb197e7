using System.Globalization;

namespace ServiceDesk.Domain.Tickets;

/// <summary>
/// A request somebody made, from the call to the answer. All changes are verbs here; each leaves a timeline entry.
/// Times are UTC and come in as values.
/// </summary>
public sealed class Ticket
{
    public const int TitleLength = 200;
    public const int WordsLength = 20_000;

    private readonly List<TimelineEntry> _timeline = [];

    private Ticket()
    {
    }

    public long Id { get; private set; }
    public TicketNumber Number => new(Id);
    public string Title { get; private set; } = "";
    public long CallerId { get; private set; }
    public int QueueId { get; private set; }
    public Guid? OwnerId { get; private set; }
    public TicketPriority Priority { get; private set; }
    public int? CatalogueItemId { get; private set; }
    public TicketState State { get; private set; }
    public CallbackPromise? Callback { get; private set; }
    public long? MergedIntoId { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public DateTime? SolvedAt { get; private set; }

    /// <summary>Rises with each change; a save on an older version is refused, and nothing is lost.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<TimelineEntry> Timeline => _timeline;

    /// <summary>Opens a phone ticket; the consultant who took the call owns it.</summary>
    /// <exception cref="RuleBrokenException"><c>ticket.title.required</c>, <c>.length</c>; <c>ticket.words.length</c>.</exception>
    public static Ticket Open(PhoneIntake intake, Guid consultant, DateTime now)
    {
        string? words = Text.Optional(intake.Words, WordsLength, "ticket.words");
        string title = Text.Required(string.IsNullOrWhiteSpace(intake.Title) ? FirstLine(words) : Text.OneLine(intake.Title), TitleLength, "ticket.title");
        ThrowUnlessKnown(intake.Priority);
        var ticket = new Ticket
        {
            Title = title,
            CallerId = intake.CallerId,
            QueueId = intake.QueueId,
            OwnerId = consultant,
            Priority = intake.Priority,
            CatalogueItemId = intake.CatalogueItemId,
            State = TicketState.New,
            OpenedAt = now,
        };
        ticket.Write(TimelineEntry.Words(ticket, TimelineKind.Call, consultant, words ?? title, now), now);
        return ticket;
    }

    /// <summary>Adds words that only the desk reads.</summary>
    public void AddNote(string? words, Guid author, DateTime now)
    {
        string text = Text.Required(words, WordsLength, "ticket.words");
        Write(TimelineEntry.Words(this, TimelineKind.Note, author, text, now), now);
    }

    /// <summary>Moves the ticket along the table of <see cref="TicketTransitions"/>. A call-back and a merge have verbs of their own.</summary>
    /// <exception cref="RuleBrokenException"><c>ticket.transition</c>.</exception>
    public void MoveTo(TicketState state, Guid? author, DateTime now)
    {
        if (state is TicketState.CallbackPromised or TicketState.Merged)
            throw new ArgumentException("Promise a call-back or merge instead.", nameof(state));
        ChangeState(state, author, now);
    }

    /// <summary>Promises to call back within a window that lies ahead.</summary>
    /// <exception cref="RuleBrokenException"><c>ticket.callback.window</c>, <c>ticket.transition</c>.</exception>
    public void PromiseCallback(CallbackPromise promise, Guid author, DateTime now)
    {
        if (promise.Until < promise.From || promise.Until <= now)
            throw new RuleBrokenException("ticket.callback.window", "The call-back window must end after it starts, and lie ahead.");
        if (promise == Callback) return;
        CallbackPromise? old = Callback;
        if (State != TicketState.CallbackPromised) ChangeState(TicketState.CallbackPromised, author, now);
        Callback = promise;
        Write(TimelineEntry.Changed(this, TicketField.Callback, NameOf(old), NameOf(promise), author, now), now);
    }

    /// <summary>Ends this ticket in favour of another one about the same thing.</summary>
    /// <exception cref="RuleBrokenException"><c>ticket.merge.self</c>, <c>ticket.merge.target</c>, <c>ticket.transition</c>.</exception>
    public void MergeInto(Ticket target, Guid author, DateTime now)
    {
        if (target.Id == Id) throw new RuleBrokenException("ticket.merge.self", "A ticket cannot be merged into itself.");
        if (!target.State.IsOpen()) throw new RuleBrokenException("ticket.merge.target", $"{target.Number} is not open.");
        ChangeState(TicketState.Merged, author, now);
        MergedIntoId = target.Id;
        target.Write(TimelineEntry.Words(target, TimelineKind.System, author, Number.ToString(), now), now);
    }

    /// <exception cref="RuleBrokenException"><c>ticket.title.required</c>, <c>.length</c>; <c>ticket.closed</c>.</exception>
    public void Rename(string? title, Guid author, DateTime now)
    {
        string fresh = Text.Required(Text.OneLine(title), TitleLength, "ticket.title");
        Change(TicketField.Title, new Named("", Title), new Named("", fresh), () => Title = fresh, author, now);
    }

    /// <param name="from">The queue it is in, as it reads now.</param>
    /// <param name="to">The queue it goes to.</param>
    /// <param name="author">Who moves it.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBrokenException"><c>ticket.closed</c>, as for every choice below.</exception>
    /// <exception cref="ArgumentException"><paramref name="from"/> is not what the ticket holds: the history would lie.</exception>
    public void MoveToQueue(Named from, Named to, Guid author, DateTime now)
    {
        ThrowUnlessHeld(from, QueueId);
        Change(TicketField.Queue, from, to, () => QueueId = int.Parse(to.Id, CultureInfo.InvariantCulture), author, now);
    }

    /// <summary>Gives the ticket to somebody, or to nobody.</summary>
    public void Assign(Named? from, Named? to, Guid author, DateTime now)
    {
        ThrowUnlessHeld(from, OwnerId);
        Change(TicketField.Owner, from, to, () => OwnerId = to is null ? null : Guid.Parse(to.Id), author, now);
    }

    public void ChangePriority(TicketPriority priority, Guid author, DateTime now)
    {
        ThrowUnlessKnown(priority);
        Change(TicketField.Priority, NameOf(Priority), NameOf(priority), () => Priority = priority, author, now);
    }

    public void ChangeCatalogueItem(Named? from, Named? to, Guid author, DateTime now)
    {
        ThrowUnlessHeld(from, CatalogueItemId);
        Change(TicketField.CatalogueItem, from, to, () => CatalogueItemId = to is null ? null : int.Parse(to.Id, CultureInfo.InvariantCulture), author, now);
    }

    public void ChangeCaller(Named from, Named to, Guid author, DateTime now)
    {
        ThrowUnlessHeld(from, CallerId);
        Change(TicketField.Caller, from, to, () => CallerId = long.Parse(to.Id, CultureInfo.InvariantCulture), author, now);
    }

    /// <summary>Notes that a remote session was asked for; a new ticket is in work from then on.</summary>
    /// <exception cref="RuleBrokenException"><c>ticket.session.closed</c> when the ticket is not open.</exception>
    public void NoteSession(Guid session, Guid consultant, DateTime now)
    {
        if (!State.IsOpen()) throw new RuleBrokenException("ticket.session.closed", $"A remote session needs an open ticket; {Number} is {State}.");
        if (State == TicketState.New) ChangeState(TicketState.InWork, consultant, now);
        Write(TimelineEntry.Session(this, session, consultant, now), now);
    }

    private void ChangeState(TicketState state, Guid? author, DateTime now)
    {
        if (!TicketTransitions.Allows(State, state))
            throw new RuleBrokenException("ticket.transition", $"{Number} cannot go from {State} to {state}.");
        TicketState old = State;
        State = state;
        Callback = null;
        SolvedAt = state == TicketState.Solved ? now : state == TicketState.InWork ? null : SolvedAt;
        Write(TimelineEntry.Changed(this, TicketField.State, NameOf(old), NameOf(state), author, now), now);
    }

    private void Change(TicketField field, Named? old, Named? fresh, Action apply, Guid author, DateTime now)
    {
        // Choosing what is already chosen is no change, and leaves no entry. What has no identity is compared as it reads.
        if (old?.Id == fresh?.Id && (old is not { Id: "" } || old == fresh)) return;
        if (State.IsFinal())
            throw new RuleBrokenException("ticket.closed", $"{Number} is {State}; only notes can be added.");
        apply();
        Write(TimelineEntry.Changed(this, field, old, fresh, author, now), now);
    }

    private void Write(TimelineEntry entry, DateTime now)
    {
        _timeline.Add(entry);
        UpdatedAt = now;
        Version++;
    }

    private static string? FirstLine(string? words)
    {
        string? line = Text.OneLine(words?.Split('\n', 2)[0]);
        return line is null ? null : Text.Shortened(line, TitleLength);
    }

    private static void ThrowUnlessHeld<T>(Named? from, T held)
    {
        string? id = Convert.ToString(held, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
        if (!string.Equals(from?.Id, id, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The ticket holds {id ?? "nothing"}, not {from?.Id ?? "nothing"}.", nameof(from));
    }

    private static void ThrowUnlessKnown(TicketPriority priority)
    {
        if (!Enum.IsDefined(priority)) throw new ArgumentOutOfRangeException(nameof(priority), priority, "There is no such priority.");
    }

    private static Named NameOf(Enum value) => new(value.ToString("D"), value.ToString());

    private static Named? NameOf(CallbackPromise? promise) =>
        promise is null ? null : new Named("", $"{promise.From:O}/{promise.Until:O}");
}
