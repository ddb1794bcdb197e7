using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>What a relay does to the first records of the viewer.</summary>
public enum Tampering
{
    /// <summary>The second before the first.</summary>
    Swap,

    /// <summary>The first once more.</summary>
    Repeat,

    /// <summary>Not the first.</summary>
    Drop,
}

/// <summary>The rules that do it.</summary>
internal static class Tamperings
{
    public static Func<RelayedMessage, IReadOnlyList<Passed>> Rule(Tampering how)
    {
        byte[]? kept = null;
        int seen = 0;
        return message =>
        {
            if (message.FromAgent)
            {
                return [new Passed(message.Bytes)];
            }

            seen++;
            byte[] first = kept ??= message.Bytes;
            return (how, seen) switch
            {
                (Tampering.Swap or Tampering.Drop, 1) => [],
                (Tampering.Swap, 2) => [new Passed(message.Bytes), new Passed(first)],
                (Tampering.Repeat, 1) => [new Passed(first), new Passed(first)],
                _ => [new Passed(message.Bytes)],
            };
        };
    }
}
