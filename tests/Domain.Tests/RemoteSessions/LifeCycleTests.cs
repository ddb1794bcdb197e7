using CsCheck;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

/// <summary>Random orders of events against the model: no verb works out of order, and the record is right after each of them.</summary>
public sealed class LifeCycleTests
{
    private static readonly Gen<Event> AnyEvent = Gen.Select(Gen.Enum<Happening>(), Gen.Int[0, 240], Gen.Int[0, 31])
        .Select((what, seconds, number) => new Event(what, seconds, what == Happening.Finish ? (number % Enum.GetValues<SessionEnd>().Length) + 1 : number));

    // Left to chance, few sessions would get past the texts: half of the orders begin with the way that leads there.
    private static readonly Gen<Event[]> Orders = Gen.OneOf(
        AnyEvent.Array[0, 25],
        Gen.Select(Gen.Int[1, 200].Array[4], AnyEvent.Where(e => e.What != Happening.Finish).Array[0, 20], AnyEvent.Array[0, 5]).Select((seconds, then, last) => (Event[])
        [
            new(Happening.OpenPage, seconds[0], 0), new(Happening.Accept, seconds[1], 0), new(Happening.Join, seconds[2], 0), new(Happening.Verify, seconds[3], 0), new(Happening.Grants, seconds[3], 1),
            .. then, .. last,
        ]));

    private static readonly Dictionary<int, PolicyDocument[]> Published =
        Enumerable.Range(1, 60).Append(1_000).ToDictionary(version => version, version => SessionSample.Documents(version));

    [Fact]
    public void Verbs_AgreeWithTheModel_InAnyOrderOfEvents() => Orders.Sample(events => { Run(events); }, iter: 6_000);

    [Fact]
    public void Orders_ReachEachStateAndEnd_SoThatTheModelIsTried()
    {
        var states = new HashSet<SessionState>();
        var ends = new HashSet<SessionEnd>();
        Orders.Sample(
            events =>
            {
                LifeCycleModel model = Run(events);
                lock (states)
                {
                    states.Add(model.State);
                    if (model.End is { } end) ends.Add(end);
                }
            },
            iter: 3_000);

        states.ShouldBe(Enum.GetValues<SessionState>(), ignoreOrder: true);
        ends.ShouldBe(Enum.GetValues<SessionEnd>(), ignoreOrder: true);
    }

    private static LifeCycleModel Run(Event[] events)
    {
        var model = new LifeCycleModel();
        RemoteSession session = SessionSample.Requested();
        DateTime now = Times.Start;
        foreach (Event e in events)
        {
            now = now.AddSeconds(e.Seconds);
            string? expected = model.Expect(e, now);
            string? came = Try(() => Do(session, e, model.Texts, now));
            if (came != expected) throw new ShouldAssertException($"{e} in state {model.State}: {came ?? "success"} instead of {expected ?? "success"}");
            if (expected is null) model.Apply(e, now);
            ShouldAgree(session, model, now);
        }

        return model;
    }

    private static void Do(RemoteSession session, Event e, int version, DateTime now)
    {
        PolicyDocument[] texts = Published[version];
        switch (e.What)
        {
            case Happening.OpenPage: session.OpenPage(now); break;
            case Happening.Accept: session.Accept(texts, texts, SessionSample.AllTicked, now, now); break;
            case Happening.AcceptUnticked: session.Accept(texts, texts, new HashSet<PolicyKind>(), now, now); break;
            case Happening.AcceptOutdated: session.Accept(Published[1_000], texts, SessionSample.AllTicked, now, now); break;
            case Happening.Join: session.Join(texts, "0.1.0", now); break;
            case Happening.Grants: session.RecordGrants((Grant)e.Number, Grant.None, now); break;
            case Happening.Verify: session.Verify(now); break;
            case Happening.LoseLine: session.LoseLine(now); break;
            case Happening.Resume: session.Resume(now); break;
            case Happening.StillRuns: session.StillRuns(e.Number, now); break;
            case Happening.Finish: session.Finish((SessionEnd)e.Number, now); break;
            case Happening.ForgetChannel: session.ForgetChannel(); break;
        }
    }

    private static string? Try(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return broken.Rule;
        }
        catch (InvalidOperationException)
        {
            return "throws";
        }
    }

    private static void ShouldAgree(RemoteSession session, LifeCycleModel model, DateTime now)
    {
        session.State.ShouldBe(model.State);
        session.End.ShouldBe(model.End);
        session.EndedAt.ShouldBe(model.EndedAt);
        session.Granted.ShouldBe(model.Granted);
        session.IsVerified.ShouldBe(model.IsVerified);
        session.LineLostAt.ShouldBe(model.LostAt);
        session.LastSeenAt.ShouldBe(model.LastSeen);
        session.BytesCarried.ShouldBe(model.Bytes);
        session.ChannelIsOpen(now).ShouldBe(model.ChannelIsOpen(now));
        (session.ChannelHash is not null).ShouldBe(model.HasChannel);
        foreach (Grant grant in (Grant[])[Grant.View, Grant.Control, Grant.FileToCustomer])
            session.HeldFor(grant, now).ShouldBe(model.Held(grant, now));
    }
}
