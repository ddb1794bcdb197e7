namespace ServiceDesk.Domain.Queues;

/// <summary>Where tickets of one kind wait, and who looks after them.</summary>
public sealed class Queue
{
    private readonly List<QueueMember> _members = [];

    private Queue()
    {
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Short name for addresses: lower case letters, digits and hyphens.</summary>
    public string Key { get; private set; } = "";
    public IReadOnlyList<QueueMember> Members => _members;

    /// <exception cref="RuleBrokenException"><c>queue.name.required</c>, <c>queue.key</c>.</exception>
    public static Queue Create(string name, string key)
    {
        string required = Text.Required(Text.OneLine(name), 80, "queue.name"); // first: the key is made from it
        if (key.Length is 0 or > 40 || key.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
            throw new RuleBrokenException("queue.key", "A queue's key has lower case letters, digits and hyphens only.");
        return new Queue { Name = required, Key = key };
    }

    /// <summary>Lets a person of the desk see and work the tickets of this queue.</summary>
    public void Admit(Guid person)
    {
        if (_members.Any(member => member.PersonId == person)) return;
        _members.Add(new QueueMember(person));
    }

    public void Dismiss(Guid person) => _members.RemoveAll(member => member.PersonId == person);
}

/// <summary>A person of the desk who may see a queue.</summary>
/// <param name="personId">The person's identity.</param>
public sealed class QueueMember(Guid personId)
{
    public Guid PersonId { get; private set; } = personId;
}
