namespace ServiceDesk.Remote.Rs1;

/// <summary>Who sends. The number stands in what a record's tag covers, so that no record can be sent back.</summary>
internal enum RecordDirection : byte
{
    FromAgent = 0,
    FromViewer = 1,
}
