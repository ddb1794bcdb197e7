using System.Globalization;
using System.Text;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>Makes any text, however broken, one that the font can draw. Nothing that has a shape of its own is silently left out.</summary>
public static class PrintableText
{
    public const char Missing = '□';

    private const char NoBreakSpace = '\u00A0';

    /// <summary>Composed, with <c>\n</c> as the only control character; each character the font lacks is one <see cref="Missing"/>.</summary>
    public static string From(string text, FontFace face) => IsPlain(text, face) ? text : Clean(Compose(text), face);

    /// <summary>The same on one line.</summary>
    public static string OneLineFrom(string text, FontFace face) => From(text, face).Replace('\n', ' ');

    private static bool IsPlain(string text, FontFace face)
    {
        foreach (char unit in text)
        {
            if (unit != '\n' && (unit >= '\u0300' || unit == '\u00AD' || !face.Has(unit)))
                return false;
        }

        return true;
    }

    // File names of some systems come decomposed (a + diaeresis). Lone surrogates would make Normalize throw.
    private static string Compose(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            valid.Append(rune.ToString());

        return valid.Replace("\r\n", "\n").ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Clean(string text, FontFace face)
    {
        var clean = new StringBuilder(text.Length);
        ReadOnlySpan<char> rest = text;
        while (rest.Length > 0)
        {
            int length = StringInfo.GetNextTextElementLength(rest);
            AppendElement(clean, rest[..length], face);
            rest = rest[length..];
        }

        return clean.ToString();
    }

    // One sign a person sees (an emoji may be seven code points) becomes at most one box.
    private static void AppendElement(StringBuilder clean, ReadOnlySpan<char> element, FontFace face)
    {
        bool missing = false;
        foreach (Rune rune in element.EnumerateRunes())
        {
            char? unit = Drawn(rune, face);
            if (unit is null || unit == Missing && missing)
                continue;

            missing = unit == Missing;
            clean.Append(unit);
        }
    }

    private static char? Drawn(Rune rune, FontFace face) => rune.Value switch
    {
        '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => '\n',
        '\t' => ' ',
        '\u2011' => '-',
        '\u2007' or '\u202F' => NoBreakSpace,
        _ when IsShapeless(rune) => null,
        _ when rune.IsBmp && face.Has((char)rune.Value) => (char)rune.Value,
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator => ' ',
        _ => Missing,
    };

    // Joiners, soft hyphens, direction marks, variation selectors: instructions to a typesetter, not characters to see.
    private static bool IsShapeless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;
}
