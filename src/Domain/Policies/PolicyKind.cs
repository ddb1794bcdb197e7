namespace ServiceDesk.Domain.Policies;

/// <summary>The three texts that a customer reads and accepts, in this order. The values are stored: never renumber.</summary>
public enum PolicyKind
{
    Purpose = 0,
    Disclaimer = 1,
    Privacy = 2,
}
