using ServiceDesk.Domain.Tickets;
using static ServiceDesk.Domain.Tickets.TicketState;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketTransitionsTests
{
    // A row a state, a column for where it may go, in the order of the enumeration:
    // New, InWork, WaitingForCustomer, WaitingForThirdParty, CallbackPromised, Solved, Closed, Merged, Withdrawn.
    private static readonly string[] Allowed =
    [
        ".xxxxx.xx", // New
        "..xxxx.xx", // InWork
        ".x.xxx.xx", // WaitingForCustomer
        ".xx.xx.xx", // WaitingForThirdParty
        ".xxx.x.xx", // CallbackPromised
        ".x....x..", // Solved
        ".........", // Closed
        ".........", // Merged
        ".........", // Withdrawn
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Allows_FollowsTheTable_ForEachPair(TicketState from, TicketState to) =>
        TicketTransitions.Allows(from, to).ShouldBe(IsAllowed(from, to));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Verbs_FollowTheTable_ForEachPair(TicketState from, TicketState to)
    {
        Ticket ticket = Sample.In(from);
        int entries = ticket.Timeline.Count;
        void Act() => Lead(ticket, to);

        if (IsAllowed(from, to) || (from == CallbackPromised && to == CallbackPromised)) // a new window may be promised at any time
        {
            Act();
            ticket.State.ShouldBe(to);
            return;
        }

        ((Action)Act).ShouldBreak("ticket.transition");
        ticket.State.ShouldBe(from);
        ticket.Timeline.Count.ShouldBe(entries);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void From_ListsExactlyWhatIsAllowed_ForEachState(TicketState state) =>
        TicketTransitions.From(state).ShouldBe(Enum.GetValues<TicketState>().Where(to => IsAllowed(state, to)), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(States))]
    public void From_NamesNoStateTwice_ForEachState(TicketState state) => TicketTransitions.From(state).ShouldBeUnique();

    [Theory]
    [InlineData(New, TicketStateClass.Act)]
    [InlineData(InWork, TicketStateClass.Act)]
    [InlineData(WaitingForCustomer, TicketStateClass.Wait)]
    [InlineData(WaitingForThirdParty, TicketStateClass.Wait)]
    [InlineData(CallbackPromised, TicketStateClass.Wait)]
    [InlineData(Solved, TicketStateClass.Done)]
    [InlineData(Closed, TicketStateClass.Done)]
    [InlineData(Merged, TicketStateClass.Done)]
    [InlineData(Withdrawn, TicketStateClass.Done)]
    public void ClassOf_SaysWhoActsNext_ForEachState(TicketState state, TicketStateClass expected)
    {
        state.ClassOf().ShouldBe(expected);
        state.IsOpen().ShouldBe(expected != TicketStateClass.Done);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void IsFinal_HoldsForClosedMergedAndWithdrawn_AndNoOther(TicketState state) =>
        state.IsFinal().ShouldBe(state is Closed or Merged or Withdrawn);

    public static TheoryData<TicketState> States => [.. Enum.GetValues<TicketState>()];

    public static TheoryData<TicketState, TicketState> Pairs
    {
        get
        {
            var pairs = new TheoryData<TicketState, TicketState>();
            foreach (TicketState from in Enum.GetValues<TicketState>())
                foreach (TicketState to in Enum.GetValues<TicketState>())
                    pairs.Add(from, to);
            return pairs;
        }
    }

    private static bool IsAllowed(TicketState from, TicketState to) => Allowed[(int)from][(int)to] == 'x';

    private static void Lead(Ticket ticket, TicketState to)
    {
        if (to == CallbackPromised) ticket.PromiseCallback(Sample.Promise(120, 150), Sample.Anna, Times.Minute(2));
        else if (to == Merged) ticket.MergeInto(Sample.Stored(99), Sample.Anna, Times.Minute(2));
        else ticket.MoveTo(to, Sample.Anna, Times.Minute(2));
    }
}
