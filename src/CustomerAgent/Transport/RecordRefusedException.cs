namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>What came is not exactly the record that was due: somebody has touched the line. The keys are wiped already.</summary>
internal sealed class RecordRefusedException() : Exception("A record was refused.");
