using System.Globalization;
using System.Text;

namespace ServiceDesk.Domain.People;

/// <summary>How names are compared and sorted: without case, accents, punctuation, or the two German ways to write an umlaut.</summary>
internal static class NameKey
{
    /// <summary>Words of lower case letters and digits, one space between two of them. The key of a beginning is the beginning of the key.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (Rune rune in Domain.Text.Repaired(name).Normalize(NormalizationForm.FormD).ToLowerInvariant().EnumerateRunes())
        {
            if (key.Length >= Person.NameLength - 1) break; // a sign becomes two at most
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            string sign = rune.Value switch
            {
                'ß' => "ss",
                'æ' => "a",
                'œ' or 'ø' => "o",
                'ł' => "l",
                'đ' or 'ð' => "d",
                'ı' => "i",
                'þ' => "th",
                _ => rune.ToString(),
            };
            if (rune.Value == 'e' && key.Length > 0 && key[^1] is 'a' or 'o' or 'u') continue; // Mueller is Müller
            if (Rune.IsLetterOrDigit(rune)) key.Append(sign);
            else if (rune.Value is not ('\'' or '’') && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }
}
