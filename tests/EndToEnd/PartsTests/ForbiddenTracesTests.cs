using System.Text;
using Microsoft.Data.Sqlite;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.PartsTests;

public sealed class ForbiddenTracesTests
{
    private static readonly ForbiddenTraces Traces = new("Kölner-Laptop", "secret line");

    [Theory]
    [InlineData("host kölner-LAPTOP joined", 1)]
    [InlineData("host KÖLNER-laptop joined", 1)]
    [InlineData("the Secret Line", 1)]
    [InlineData("host=K%C3%B6lner-Laptop", 1)]
    [InlineData("""{"host":"K\u00f6lner-Laptop"}""", 1)]
    [InlineData("7365637265742 06c696e65", 0)]
    [InlineData("736563726574206C696E65", 1)]
    [InlineData("nothing of the kind", 0)]
    public void InText_FindsTheWord_HoweverItIsWritten(string text, int found) => Traces.InText("log", text).Count.ShouldBe(found);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public void InText_FindsTheWord_InBase64(string before)
    {
        string text = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + "secret line" + "and more"));
        Traces.InText("log", text).ShouldBe(["log holds \"secret line\""]);
    }

    [Fact]
    public void InFolder_LooksIntoEveryFile()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Below("keys"));
        File.WriteAllBytes(folder.Below("keys", "key.bin"), [0, 1, 2, .. Encoding.Unicode.GetBytes("secret line"), 255]);
        File.WriteAllText(folder.Below("clean.txt"), "clean");

        Traces.InFolder(folder.Path).ShouldBe([$"{Path.Combine("keys", "key.bin")} holds \"secret line\""]);
    }

    [Fact]
    public async Task InDatabase_FindsWhatIsInTheLogOnly_AndWhatIsSpreadOverPages()
    {
        using TemporaryFolder folder = new();
        string file = folder.Below("some.db");
        await using SqliteConnection writer = new($"Data Source={file};Pooling=False");
        await writer.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand command = writer.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE \"Odd \"\"name\" (a TEXT, b BLOB);" +
            "INSERT INTO \"Odd \"\"name\" VALUES (printf('%.*c', 9000, 'x') || 'Secret line' || printf('%.*c', 9000, 'y'), NULL), ('clean', x'736563726574206C696E65');";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        (await Traces.InDatabaseAsync(file)).ShouldBe(["Odd \"name.a holds \"secret line\"", "Odd \"name.b holds \"secret line\""]);
        Traces.InFolder(folder.Path).ShouldContain("some.db-wal holds \"secret line\"");
    }

    [Fact]
    public void Words_AreRefused_WhenTheyWouldBeFoundByChance() => Should.Throw<ArgumentException>(() => new ForbiddenTraces("abc"));
}
