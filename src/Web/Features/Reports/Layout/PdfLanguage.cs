using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>
/// Says which language a finished file is in, so that a screen reader reads it with the right voice. SkiaSharp has no setting for it;
/// a PDF may be changed by appending (ISO 32000-1, 7.5.6): the catalogue once more with /Lang, a cross-reference to it, a new trailer.
/// </summary>
public static partial class PdfLanguage
{
    private const int LongestTail = 2048;           // trailer, startxref, %%EOF
    private const int CrossReferenceEntry = 20;     // bytes: "0000000015 00000 n \n"
    private const int LongestCatalogue = 4096;

    /// <param name="start">Where the PDF begins in the stream, which ends with it.</param>
    public static void Append(Stream file, long start, CultureInfo language)
    {
        if (!IetfTag().IsMatch(language.Name))
            throw new ArgumentException($"Not a language: '{language.Name}'.", nameof(language));

        long length = file.Length - start;
        string tail = Read(file, Math.Max(start, file.Length - LongestTail), LongestTail);
        Match trailer = Parsed(Trailer(), tail);
        int root = int.Parse(trailer.Groups["root"].ValueSpan, CultureInfo.InvariantCulture);
        long crossReference = long.Parse(trailer.Groups["at"].ValueSpan, CultureInfo.InvariantCulture);
        string catalogue = CatalogueOf(file, start, crossReference, root);
        string body = catalogue.Replace("/Type /Catalog", $"/Type /Catalog\n/Lang ({language.Name})", StringComparison.Ordinal);
        string update = string.Create(CultureInfo.InvariantCulture, $"""

            {body}
            xref
            {root} 1
            {length + 1:D10} 00000 n{' '}
            trailer
            <<{trailer.Groups["entries"].Value}
            /Prev {crossReference}>>
            startxref
            {length + 1 + body.Length + 1}
            %%EOF

            """).ReplaceLineEndings("\n");
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.Latin1.GetBytes(update));
    }

    private static string CatalogueOf(Stream file, long start, long crossReference, int root)
    {
        string table = Read(file, start + crossReference, LongestTail);
        int entries = Parsed(CrossReferenceHead(), table).Length;
        string entry = Read(file, start + crossReference + entries + root * CrossReferenceEntry, CrossReferenceEntry);
        long at = long.Parse(entry.AsSpan(0, 10), CultureInfo.InvariantCulture);
        return Parsed(Catalogue(), Read(file, start + at, LongestCatalogue)).Value;
    }

    private static string Read(Stream file, long at, int most)
    {
        file.Seek(at, SeekOrigin.Begin);
        byte[] bytes = new byte[most];
        int read = file.ReadAtLeast(bytes, most, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(bytes, 0, read);
    }

    private static Match Parsed(Regex shape, string text) =>
        shape.Match(text) is { Success: true } match ? match : throw new InvalidDataException($"Not the PDF that was expected: {shape}");

    [GeneratedRegex(@"trailer\n<<(?<entries>[^>]*/Root (?<root>\d+) 0 R.*)>>\nstartxref\n(?<at>\d+)\n%%EOF\s*$", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"^xref\n0 \d+\n")]
    private static partial Regex CrossReferenceHead();

    [GeneratedRegex(@"^\d+ 0 obj\n<</Type /Catalog\n.*?\nendobj", RegexOptions.Singleline)]
    private static partial Regex Catalogue();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex IetfTag();
}
