using ServiceDesk.Domain.Queues;

namespace ServiceDesk.Domain.Tests.Queues;

public sealed class QueueTests
{
    private static readonly Guid Anna = Guid.Parse("a0000000-0000-0000-0000-00000000000a");
    private static readonly Guid Bert = Guid.Parse("b0000000-0000-0000-0000-00000000000b");

    [Fact]
    public void Create_HasNobody_WhenItIsNew()
    {
        Queue queue = Queue.Create(" Network ", "network-2");

        queue.Name.ShouldBe("Network");
        queue.Key.ShouldBe("network-2");
        queue.Members.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Network")]
    [InlineData("net work")]
    [InlineData("netz/werk")]
    [InlineData("bücher")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Create_BreaksKey_WhenItDoesNotFitAnAddress(string key) => ((Action)(() => Queue.Create("Network", key))).ShouldBreak("queue.key");

    [Fact]
    public void Create_BreaksNameRequired_WhenItIsEmpty() => ((Action)(() => Queue.Create(" ", "network"))).ShouldBreak("queue.name.required");

    [Fact]
    public void Create_BreaksNameLength_WhenItIsTooLong() =>
        ((Action)(() => Queue.Create(new string('x', 81), "network"))).ShouldBreak("queue.name.length");

    [Fact]
    public void Admit_TakesEachPersonOnce_WhenAskedTwice()
    {
        Queue queue = Queue.Create("Network", "network");

        queue.Admit(Anna);
        queue.Admit(Bert);
        queue.Admit(Anna);

        queue.Members.Select(member => member.PersonId).ShouldBe([Anna, Bert]);
    }

    [Fact]
    public void Dismiss_LeavesTheOthers_WhenOneGoes()
    {
        Queue queue = Queue.Create("Network", "network");
        queue.Admit(Anna);
        queue.Admit(Bert);

        queue.Dismiss(Anna);
        queue.Dismiss(Anna);

        queue.Members.ShouldHaveSingleItem().PersonId.ShouldBe(Bert);
    }
}
