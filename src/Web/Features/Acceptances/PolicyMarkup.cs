using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>
/// The little of Markdown that the texts use: <c>##</c> headings, paragraphs, <c>-</c> lists, <c>**strong**</c>, <c>*emphasis*</c>.
/// Everything is encoded first, so a text can never bring markup of its own.
/// </summary>
internal static partial class PolicyMarkup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static MarkupString ToHtml(string body)
    {
        var html = new StringBuilder();
        foreach (string block in body.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            AppendBlock(html, block);
        return new MarkupString(html.ToString());
    }

    /// <summary>One line, such as a sentence of a page that emphasises a word.</summary>
    public static MarkupString Line(string text) => new(Inline(text));

    private static void AppendBlock(StringBuilder html, string block)
    {
        if (block.StartsWith("## ", StringComparison.Ordinal))
            html.Append("<h3>").Append(Inline(block[3..])).Append("</h3>\n");
        else if (block.StartsWith("- ", StringComparison.Ordinal))
            html.Append("<ul>\n").AppendJoin("", Items(block).Select(item => $"<li>{Inline(item)}</li>\n")).Append("</ul>\n");
        else
            html.Append("<p>").Append(Inline(block)).Append("</p>\n");
    }

    private static IEnumerable<string> Items(string block) => ("\n" + block).Split("\n- ", StringSplitOptions.RemoveEmptyEntries);

    private static string Inline(string text)
    {
        string encoded = Encoder.Encode(text.Replace('\n', ' '));
        return Emphasis().Replace(Strong().Replace(encoded, "<strong>$1</strong>"), "<em>$1</em>");
    }

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Strong();

    [GeneratedRegex(@"\*([^*]+)\*")]
    private static partial Regex Emphasis();
}
