namespace ServiceDesk.Remote.Joining;

/// <summary>What the customer has allowed. Only the agent enforces it. A number in JSON and on the wire.</summary>
[Flags]
public enum Grants : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See the screen.</summary>
    View = 1,

    /// <summary>Use mouse and keyboard.</summary>
    Control = 2,

    /// <summary>Read the customer's clipboard.</summary>
    ClipboardToConsultant = 4,

    /// <summary>Put text on the customer's clipboard.</summary>
    ClipboardToCustomer = 8,

    /// <summary>Send the customer a file.</summary>
    FileToCustomer = 16,
}
