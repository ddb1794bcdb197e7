namespace ServiceDesk.Remote.Wire.Samples;

/// <summary>Stands for a message: the rule goes by the namespace.</summary>
internal readonly record struct FrameLike;
