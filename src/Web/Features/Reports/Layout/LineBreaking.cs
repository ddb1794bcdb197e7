namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>Fits text into a width, in one pass over its characters.</summary>
public static class LineBreaking
{
    private const float Tolerance = 0.01f;
    private const char Ellipsis = '…';

    /// <summary>At least one line, none wider than <paramref name="width"/>; a word that is wider by itself is broken.</summary>
    public static List<string> Lines(string text, TextStyle style, float width)
    {
        string printable = PrintableText.From(text, style.Face);
        float room = width / style.Size + Tolerance;
        List<string> lines = [];
        for (int start = 0; start <= printable.Length;)
        {
            int newline = printable.IndexOf('\n', start);
            int end = newline < 0 ? printable.Length : newline;
            AddLines(lines, printable, start, end, style.Face, room);
            start = end + 1;
        }

        return lines;
    }

    /// <summary>One line; what does not fit gives way to an ellipsis.</summary>
    public static string OneLine(string text, TextStyle style, float width)
    {
        string printable = PrintableText.OneLineFrom(text, style.Face);
        float room = width / style.Size + Tolerance;
        if (style.Face.Width(printable) <= room)
            return printable;

        int end = 0;
        for (float used = style.Face.Advance(Ellipsis); end < printable.Length; end++)
        {
            used += style.Face.Advance(printable[end]);
            if (used > room)
                break;
        }

        return printable[..end].TrimEnd() + Ellipsis;
    }

    private static void AddLines(List<string> lines, string text, int start, int end, FontFace face, float room)
    {
        do
        {
            int stop = Stop(text, start, end, face, room);
            lines.Add(text[start..stop].TrimEnd(' '));
            start = stop;
            while (start < end && text[start] == ' ')
                start++;
        }
        while (start < end);
    }

    private static int Stop(string text, int start, int end, FontFace face, float room)
    {
        int lastBreak = start;
        float used = 0;
        for (int i = start; i < end; i++)
        {
            used += face.Advance(text[i]);
            if (used > room && text[i] != ' ')
                return lastBreak > start ? lastBreak : Math.Max(i, start + 1);

            if (MayBreakAfter(text, i, end))
                lastBreak = i + 1;
        }

        return end;
    }

    // "Remote-Hilfe" and "und/oder" may be parted, "09:12–09:31", "2026-11-23" and "-v" may not.
    private static bool MayBreakAfter(string text, int i, int end) => text[i] switch
    {
        ' ' => true,
        '-' or '–' or '/' => i > 0 && i + 1 < end && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
        _ => false,
    };
}
