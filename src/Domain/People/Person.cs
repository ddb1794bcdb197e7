namespace ServiceDesk.Domain.People;

/// <summary>Somebody who calls. A name or a number is enough.</summary>
public sealed class Person
{
    public const int NameLength = 200;
    public const int PhoneLength = 40;
    public const int MailLength = 254;

    private Person()
    {
    }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary><see cref="KeyOf"/> the name: what look-ups compare and lists sort by.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>As it was said, for reading out.</summary>
    public string? Phone { get; private set; }

    /// <summary>Digits only, with a leading + for an international number: what look-ups compare.</summary>
    public string? PhoneDigits { get; private set; }
    public string? Mail { get; private set; }
    public DateTime KnownSince { get; private set; }

    /// <exception cref="RuleBrokenException"><c>person.required</c> when there is neither name nor number; <c>person.mail</c>, <c>person.phone</c>.</exception>
    public static Person Register(string? name, string? phone, string? mail, DateTime now)
    {
        string? said = Text.Optional(Text.OneLine(phone), PhoneLength, "person.phone");
        string called = Text.Optional(Text.OneLine(name), NameLength, "person.name") ?? said
            ?? throw new RuleBrokenException("person.required", "A caller needs a name or a number.");
        return new Person
        {
            Name = called,
            NameKey = KeyOf(called),
            Phone = said,
            PhoneDigits = DigitsOf(said),
            Mail = MailOf(mail),
            KnownSince = now,
        };
    }

    /// <summary>
    /// A name as look-ups compare it: lower case, without accents and punctuation, <c>ue</c> as <c>ü</c>.
    /// The key of a beginning is the beginning of the key.
    /// </summary>
    public static string KeyOf(string? name) => People.NameKey.Of(name ?? "");

    /// <summary>The digits that look-ups compare; null when there is no number.</summary>
    /// <exception cref="RuleBrokenException"><c>person.phone</c> when there is text but no digit in it.</exception>
    public static string? DigitsOf(string? phone)
    {
        if (string.IsNullOrWhiteSpace(phone)) return null;
        string digits = new(phone.Where(char.IsAsciiDigit).ToArray());
        if (digits.Length == 0) throw new RuleBrokenException("person.phone", "A telephone number needs digits.");
        string before = phone[..phone.IndexOf(digits[0], StringComparison.Ordinal)];
        return before.Contains('+', StringComparison.Ordinal) ? "+" + digits : digits;
    }

    private static string? MailOf(string? mail)
    {
        string? text = Text.Optional(mail, MailLength, "person.mail");
        if (text is null) return null;
        int at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == text.Length - 1 || text.LastIndexOf('@') != at || text.Any(char.IsWhiteSpace) || text.Any(char.IsControl))
            throw new RuleBrokenException("person.mail", "This is not a mail address.");
        return text;
    }
}
