namespace ServiceDesk.EndToEnd.Parts;

/// <summary>How much bytes look like chance.</summary>
public static class Chance
{
    /// <summary>Pearson's statistic of 256 equally likely values: about 255 for random bytes, whatever their number.</summary>
    public static double ChiSquare(byte[] bytes)
    {
        double due = bytes.Length / 256.0;
        return bytes.GroupBy(value => value).Select(group => (double)group.Count()).Concat(Enumerable.Repeat(0.0, 256 - bytes.Distinct().Count()))
            .Sum(count => (count - due) * (count - due) / due);
    }
}
