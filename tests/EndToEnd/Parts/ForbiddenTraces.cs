using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>
/// Looks for words that must not be kept: in every byte of every file, in each value of a database and in logs;
/// as UTF-8 and UTF-16, in any case, as base64, as hexadecimal digits, percent-encoded and escaped as in JSON.
/// </summary>
public sealed partial class ForbiddenTraces
{
    private readonly (string Word, byte[][] InAnyCase, byte[][] Exact)[] _words;

    /// <param name="words">At least four letters each: shorter ones are found by chance.</param>
    public ForbiddenTraces(params string[] words)
    {
        if (words.FirstOrDefault(word => word.Length < 4) is { } tooShort)
        {
            throw new ArgumentException($"\"{tooShort}\" would be found by chance.", nameof(words));
        }

        _words = [.. words.Select(word => (word, InAnyCase(word), Base64(word)))];
    }

    public IReadOnlyList<string> InText(string name, string text) => In(name, Encoding.UTF8.GetBytes(text));

    public IReadOnlyList<string> InBytes(string name, byte[] bytes) => In(name, bytes);

    /// <summary>Every file below a folder: a database with its write-ahead log, keys, logs.</summary>
    public IReadOnlyList<string> InFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => In(Path.GetRelativePath(folder, file), ReadShared(file)))];

    /// <summary>Each value of each table: a long value is spread over pages, where looking at the file may miss it.</summary>
    public async Task<IReadOnlyList<string>> InDatabaseAsync(string file)
    {
        await using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        List<string> found = [];
        foreach (string table in await TablesAsync(connection))
        {
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"""SELECT * FROM "{table.Replace("\"", "\"\"")}" """;
            await using SqliteDataReader rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (int column = 0; column < rows.FieldCount; column++)
                {
                    byte[] value = rows.GetValue(column) switch { byte[] bytes => bytes, string text => Encoding.UTF8.GetBytes(text), _ => [] };
                    found.AddRange(In($"{table}.{rows.GetName(column)}", value));
                }
            }
        }

        return [.. found.Distinct()];
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(SqliteConnection connection)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        await using SqliteDataReader rows = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await rows.ReadAsync())
        {
            tables.Add(rows.GetString(0));
        }

        return tables;
    }

    private List<string> In(string name, byte[] bytes)
    {
        byte[] lower = [.. bytes.Select(Lower)];
        return [.. from word in _words
                   where word.InAnyCase.Any(form => lower.AsSpan().IndexOf(form) >= 0) || word.Exact.Any(form => bytes.AsSpan().IndexOf(form) >= 0)
                   select $"{name} holds \"{word.Word}\""];
    }

    private static byte[][] InAnyCase(string word)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(word);
        string json = NotAscii().Replace(word, letter => $"\\u{(int)letter.Value[0]:x4}");
        byte[][] forms =
        [
            utf8, Encoding.UTF8.GetBytes(word.ToUpperInvariant()), Encoding.UTF8.GetBytes(word.ToLowerInvariant()),
            Encoding.Unicode.GetBytes(word), Ascii(Convert.ToHexString(utf8)), Ascii(Uri.EscapeDataString(word)), Ascii(json),
        ];
        return [.. forms.Select(form => form.Select(Lower).ToArray())];
    }

    // A word may begin at any of three places in a group of three bytes; digits that depend on its neighbours are left off.
    private static byte[][] Base64(string word)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(word);
        return [.. Enumerable.Range(0, 3).Select(before =>
        {
            string digits = Convert.ToBase64String([.. new byte[before], .. utf8]);
            int first = (before * 8 + 5) / 6, whole = (before + utf8.Length) * 8 / 6;
            return Ascii(digits[first..whole]);
        }).Where(form => form.Length >= 5)];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter + 32) : letter;

    private static byte[] ReadShared(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"[^\x00-\x7f]")]
    private static partial Regex NotAscii();
}
