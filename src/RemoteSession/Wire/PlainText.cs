using System.Text;

namespace ServiceDesk.Remote.Wire;

/// <summary>
/// Text as a clipboard may carry it: what is seen is what is there. Each end does it to what it sends and to what it receives; the
/// viewer's twin is <c>plain-text.js</c>, and both read <c>plain-text.json</c>.
/// </summary>
public static class PlainText
{
    /// <summary>
    /// Line ends of every kind become line feeds; control characters but the tab, and what turns the direction of text, are left out;
    /// half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string From(string text)
    {
        var plain = new StringBuilder(text.Length);
        bool afterReturn = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsLineEnd(rune.Value))
            {
                if (rune.Value != '\n' || !afterReturn) plain.Append('\n');
            }
            else if (rune.Value == '\t' || !(Rune.IsControl(rune) || TurnsDirection(rune.Value)))
            {
                plain.Append(rune.ToString());
            }

            afterReturn = rune.Value == '\r';
        }

        return plain.ToString();
    }

    // Line separator and paragraph separator are the last two.
    private static bool IsLineEnd(int rune) => rune is '\n' or '\r' or 0x2028 or 0x2029;

    // The characters with the Unicode property Bidi_Control.
    private static bool TurnsDirection(int rune) => rune is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
