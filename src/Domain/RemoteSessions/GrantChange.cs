namespace ServiceDesk.Domain.RemoteSessions;

/// <summary>What the customer may allow, each on its own. The values are stored and sent: never renumber.</summary>
[Flags]
public enum Grant
{
    None = 0,
    View = 1,
    Control = 2,
    ClipboardToConsultant = 4,
    ClipboardToCustomer = 8,
    FileToCustomer = 16,
}

public enum GrantDecision
{
    Given = 0,
    Withdrawn = 1,
    Declined = 2,
}

/// <summary>One decision of the customer about one grant.</summary>
public sealed class GrantChange
{
    private GrantChange()
    {
    }

    public long Id { get; private set; }
    public Grant Grant { get; private set; }
    public GrantDecision Decision { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>The order of two changes at the same moment: what is not stored yet came last.</summary>
    internal long Order => Id == 0 ? long.MaxValue : Id;

    internal static GrantChange Of(Grant grant, GrantDecision decision, DateTime at) => new() { Grant = grant, Decision = decision, At = at };
}
