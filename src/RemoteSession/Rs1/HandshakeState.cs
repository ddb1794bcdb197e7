namespace ServiceDesk.Remote.Rs1;

/// <summary>Where an end is. It only goes forward; a new attempt on the same channel begins again at <see cref="Handshake"/>.</summary>
public enum HandshakeState
{
    /// <summary>Nothing was sent or received.</summary>
    Idle,

    /// <summary>Keys are being agreed; 20 s.</summary>
    Handshake,

    /// <summary>Both have the same keys; the consultant reads the number, the customer types it; 180 s.</summary>
    Number,

    /// <summary>The right number was typed.</summary>
    Verified,

    /// <summary>Over, and with it the channel. <c>Failure</c> says why.</summary>
    Ended,
}

/// <summary>What came of a typed number.</summary>
public enum NumberEntry
{
    /// <summary>It is the number.</summary>
    Right,

    /// <summary>It is another; it may be typed again.</summary>
    Wrong,

    /// <summary>Not as many digits as the number has; does not count as a typing.</summary>
    NotANumber,

    /// <summary>Over: three wrong ones, or too late.</summary>
    Ended,
}
