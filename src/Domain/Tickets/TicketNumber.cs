namespace ServiceDesk.Domain.Tickets;

/// <summary>
/// The number people say on the phone, such as <c>K5-204</c>: letters for the thousands, one check digit, three digits.
/// It is computed from the ticket's identity, so it is never stored and never collides.
/// </summary>
/// <param name="Id">The ticket's identity, 1 and up.</param>
public readonly record struct TicketNumber(long Id)
{
    // Twenty letters that are not mistaken for each other, or for a digit, on a bad line.
    private const string Letters = "KABCDEFGHJLMPRSTVWXZ";

    /// <summary>Reads a number as typed: any case, spaces and the hyphen are optional.</summary>
    /// <returns>False when it is malformed or its check digit is wrong.</returns>
    public static bool TryParse(string? typed, out TicketNumber number)
    {
        number = default;
        string text = new((typed ?? "").Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).ToArray());
        int letters = text.TakeWhile(char.IsLetter).Count();
        if (letters is 0 or > 9 || text.Length != letters + 4 || !text.AsSpan(letters).ContainsOnlyAsciiDigits())
            return false;

        long thousands = 0;
        foreach (char letter in text.AsSpan(0, letters))
        {
            int value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return false;
            thousands = (thousands * Letters.Length) + value;
        }

        long id = (thousands * 1000) + int.Parse(text.AsSpan(letters + 1), System.Globalization.CultureInfo.InvariantCulture);
        var read = new TicketNumber(id);
        if (id == 0 || read.ToString().Replace("-", "", StringComparison.Ordinal) != text) return false;
        number = read;
        return true;
    }

    // The check digit is said before the three digits, so they are read backwards: its neighbour is the last one it was computed from,
    // and a swap of the two is found like any other.
    private int Check
    {
        get
        {
            long low = Id % 1000;
            return CheckDigit.Of(Id - low + (low % 10 * 100) + (low / 10 % 10 * 10) + (low / 100));
        }
    }

    public override string ToString()
    {
        string letters = "";
        for (long rest = Id / 1000; letters.Length == 0 || rest > 0; rest /= Letters.Length)
            letters = Letters[(int)(rest % Letters.Length)] + letters;
        return $"{letters}{Check}-{Id % 1000:000}";
    }
}
