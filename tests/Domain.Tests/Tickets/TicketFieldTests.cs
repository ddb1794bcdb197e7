using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketFieldTests
{
    private static readonly Named Network = Sample.Numbered(1, "Network");
    private static readonly Named Mail = Sample.Numbered(2, "Mail");

    [Fact]
    public void Rename_ReplacesTheTitle_WhenItIsAnother()
    {
        Ticket ticket = Sample.Ticket("VPN breaks");

        ticket.Rename(" VPN breaks at noon ", Sample.Bert, Times.Minute(2));

        ticket.Title.ShouldBe("VPN breaks at noon");
        ShouldHaveChanged(ticket, TicketField.Title, "VPN breaks", "VPN breaks at noon");
    }

    [Fact]
    public void Rename_BreaksTitleRequired_WhenItIsEmpty() =>
        ((Action)(() => Sample.Ticket().Rename(" ", Sample.Anna, Times.Start))).ShouldBreak("ticket.title.required");

    [Fact]
    public void Rename_BreaksTitleLength_WhenItIsTooLong() =>
        ((Action)(() => Sample.Ticket().Rename(new string('x', 201), Sample.Anna, Times.Start))).ShouldBreak("ticket.title.length");

    [Fact]
    public void MoveToQueue_Moves_WhenItIsAnother()
    {
        Ticket ticket = Sample.Ticket();

        ticket.MoveToQueue(Network, Mail, Sample.Bert, Times.Minute(2));

        ticket.QueueId.ShouldBe(2);
        ShouldHaveChanged(ticket, TicketField.Queue, "Network", "Mail");
        ticket.Timeline[^1].QueueAfter.ShouldBe(2);
    }

    [Fact]
    public void Assign_GivesItAway_WhenSomebodyElseTakesIt()
    {
        Ticket ticket = Sample.Ticket();

        ticket.Assign(Sample.AnnaNamed, Sample.BertNamed, Sample.Anna, Times.Minute(2));

        ticket.OwnerId.ShouldBe(Sample.Bert);
        ticket.Timeline[^1].OwnerAfter.ShouldBe(Sample.Bert);
        ticket.Timeline[^1].OldId.ShouldBe(Sample.Anna.ToString());
    }

    [Fact]
    public void Assign_LeavesItToNobody_AndBackAgain()
    {
        Ticket ticket = Sample.Ticket();

        ticket.Assign(Sample.AnnaNamed, null, Sample.Anna, Times.Minute(2));
        ticket.OwnerId.ShouldBeNull();
        ticket.Timeline[^1].NewText.ShouldBeNull();

        ticket.Assign(null, Sample.BertNamed, Sample.Bert, Times.Minute(3));
        ticket.OwnerId.ShouldBe(Sample.Bert);
        ticket.Timeline[^1].OldText.ShouldBeNull();
    }

    [Fact]
    public void ChangePriority_Changes_WhenItIsAnother()
    {
        Ticket ticket = Sample.Ticket();

        ticket.ChangePriority(TicketPriority.Urgent, Sample.Anna, Times.Minute(2));

        ticket.Priority.ShouldBe(TicketPriority.Urgent);
        ShouldHaveChanged(ticket, TicketField.Priority, "Normal", "Urgent");
    }

    [Fact]
    public void ChangePriority_Throws_WhenThereIsNoSuch() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Sample.Ticket().ChangePriority((TicketPriority)(-1), Sample.Anna, Times.Start));

    [Fact]
    public void ChangeCatalogueItem_SetsChangesAndClears_InTurn()
    {
        Ticket ticket = Sample.Ticket();
        Named vpn = Sample.Numbered(4, "VPN client"), mail = Sample.Numbered(5, "Mail set-up");

        ticket.ChangeCatalogueItem(null, vpn, Sample.Anna, Times.Minute(2));
        ticket.CatalogueItemId.ShouldBe(4);
        ticket.ChangeCatalogueItem(vpn, mail, Sample.Anna, Times.Minute(3));
        ShouldHaveChanged(ticket, TicketField.CatalogueItem, "VPN client", "Mail set-up");
        ticket.ChangeCatalogueItem(mail, null, Sample.Anna, Times.Minute(4));
        ticket.CatalogueItemId.ShouldBeNull();
    }

    [Fact]
    public void ChangeCaller_Changes_WhenItIsSomebodyElse()
    {
        Ticket ticket = Sample.Ticket();

        ticket.ChangeCaller(Sample.Numbered(7, "Ott, Paul"), Sample.Numbered(8, "Berg, Anna"), Sample.Anna, Times.Minute(2));

        ticket.CallerId.ShouldBe(8);
        ShouldHaveChanged(ticket, TicketField.Caller, "Ott, Paul", "Berg, Anna");
    }

    [Theory]
    [MemberData(nameof(SameAgain))]
    public void Change_LeavesNoEntry_WhenItIsChosenAlready(string verb, Action<Ticket> act)
    {
        Ticket ticket = Sample.Ticket();

        act(ticket);

        ticket.Timeline.Count.ShouldBe(1, verb);
        ticket.Version.ShouldBe(1);
        ticket.UpdatedAt.ShouldBe(Times.Start);
    }

    [Theory]
    [MemberData(nameof(Anew))]
    public void Change_BreaksClosed_WhenTheTicketIsFinal(string verb, Action<Ticket> act)
    {
        foreach (TicketState state in (TicketState[])[TicketState.Closed, TicketState.Merged, TicketState.Withdrawn])
        {
            Ticket ticket = Sample.In(state);
            int version = ticket.Version;

            Should.Throw<RuleBrokenException>(() => act(ticket), verb).Rule.ShouldBe("ticket.closed");

            ticket.Version.ShouldBe(version);
        }
    }

    [Theory]
    [MemberData(nameof(Anew))]
    public void Change_IsAllowed_WhenTheTicketIsSolved(string verb, Action<Ticket> act)
    {
        Ticket ticket = Sample.In(TicketState.Solved);
        int version = ticket.Version;

        act(ticket);

        ticket.Version.ShouldBe(version + 1, verb);
        ticket.State.ShouldBe(TicketState.Solved);
    }

    [Theory]
    [MemberData(nameof(FromElsewhere))]
    public void Change_Throws_WhenTheTicketHoldsSomethingElse(string verb, Action<Ticket> act)
    {
        Ticket ticket = Sample.Ticket();

        Should.Throw<ArgumentException>(() => act(ticket), verb);

        ticket.Version.ShouldBe(1);
    }

    public static TheoryData<string, Action<Ticket>> SameAgain => new()
    {
        { "Rename", ticket => ticket.Rename("VPN breaks ", Sample.Bert, Times.Minute(2)) },
        { "MoveToQueue", ticket => ticket.MoveToQueue(Network, Network with { Text = "Network team" }, Sample.Bert, Times.Minute(2)) },
        { "Assign", ticket => ticket.Assign(Sample.AnnaNamed, Sample.AnnaNamed, Sample.Bert, Times.Minute(2)) },
        { "ChangePriority", ticket => ticket.ChangePriority(TicketPriority.Normal, Sample.Bert, Times.Minute(2)) },
        { "ChangeCatalogueItem", ticket => ticket.ChangeCatalogueItem(null, null, Sample.Bert, Times.Minute(2)) },
        { "ChangeCaller", ticket => ticket.ChangeCaller(Sample.Numbered(7, "Ott"), Sample.Numbered(7, "Ott"), Sample.Bert, Times.Minute(2)) },
    };

    public static TheoryData<string, Action<Ticket>> Anew => new()
    {
        { "Rename", ticket => ticket.Rename("Another", Sample.Bert, Times.Minute(2)) },
        { "MoveToQueue", ticket => ticket.MoveToQueue(Network, Mail, Sample.Bert, Times.Minute(2)) },
        { "Assign", ticket => ticket.Assign(Sample.AnnaNamed, Sample.BertNamed, Sample.Bert, Times.Minute(2)) },
        { "ChangePriority", ticket => ticket.ChangePriority(TicketPriority.Low, Sample.Bert, Times.Minute(2)) },
        { "ChangeCatalogueItem", ticket => ticket.ChangeCatalogueItem(null, Sample.Numbered(4, "VPN"), Sample.Bert, Times.Minute(2)) },
        { "ChangeCaller", ticket => ticket.ChangeCaller(Sample.Numbered(7, "Ott"), Sample.Numbered(8, "Berg"), Sample.Bert, Times.Minute(2)) },
    };

    public static TheoryData<string, Action<Ticket>> FromElsewhere => new()
    {
        { "MoveToQueue", ticket => ticket.MoveToQueue(Mail, Network, Sample.Bert, Times.Minute(2)) },
        { "Assign", ticket => ticket.Assign(Sample.BertNamed, Sample.AnnaNamed, Sample.Bert, Times.Minute(2)) },
        { "Assign from nobody", ticket => ticket.Assign(null, Sample.BertNamed, Sample.Bert, Times.Minute(2)) },
        { "ChangeCatalogueItem", ticket => ticket.ChangeCatalogueItem(Sample.Numbered(4, "VPN"), null, Sample.Bert, Times.Minute(2)) },
        { "ChangeCaller", ticket => ticket.ChangeCaller(Sample.Numbered(8, "Berg"), Sample.Numbered(7, "Ott"), Sample.Bert, Times.Minute(2)) },
    };

    private static void ShouldHaveChanged(Ticket ticket, TicketField field, string old, string fresh)
    {
        TimelineEntry change = ticket.Timeline[^1];
        change.Kind.ShouldBe(TimelineKind.Change);
        change.Field.ShouldBe(field);
        change.OldText.ShouldBe(old);
        change.NewText.ShouldBe(fresh);
    }
}
