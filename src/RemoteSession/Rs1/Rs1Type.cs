namespace ServiceDesk.Remote.Rs1;

/// <summary>First bytes of handshake messages. M4 and M5 have none: 32 bytes, and each end knows when they are due.</summary>
internal static class Rs1Type
{
    public const byte M1 = 0x01;
    public const byte M2 = 0x02;
    public const byte M3 = 0x03;
    public const byte R1 = 0x05;
    public const byte R2 = 0x06;
}

/// <summary>Types of messages inside records that rs1 uses itself; <see cref="Wire.WireType"/> leaves them free.</summary>
internal static class Rs1RecordType
{
    /// <summary>The last record of an epoch, both ways, without a body.</summary>
    public const byte KeyUpdate = 0x00;

    /// <summary><see cref="Messages.M6"/>.</summary>
    public const byte NumberAccepted = 0x07;
}
