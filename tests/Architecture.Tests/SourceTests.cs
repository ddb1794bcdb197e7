using ServiceDesk.Architecture.Tests.Rules;
using ServiceDesk.Architecture.Tests.Sources;

namespace ServiceDesk.Architecture.Tests;

public sealed class SourceTests
{
    private static readonly string[] TextEndings =
        [".cs", ".razor", ".js", ".css", ".md", ".json", ".csproj", ".props", ".targets", ".resx", ".yml", ".txt", ".sh", ".html", "/run", "/test"];

    private static IEnumerable<SourceFile> Code => Repository.EndingIn(".cs", ".razor", ".js");

    // Where the rule itself is proved, its breaches are written down.
    private static bool IsProof(SourceFile file) => file.Path.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal);

    [Fact]
    public void Files_AreShort() => Code.SelectMany(TextRules.TooLong).ShouldBeEmpty();

    [Fact]
    public void Catches_DoSomethingOrSayWhyNot() => Repository.EndingIn(".cs", ".razor").Where(file => !IsProof(file)).SelectMany(TextRules.EmptyCatch).ShouldBeEmpty();

    [Fact]
    public void Files_NameNoPathOfOneMachine() =>
        Repository.EndingIn(TextEndings).Concat(Repository.Files.Where(file => file.Folder.StartsWith("eng", StringComparison.Ordinal)))
            .Where(file => !IsProof(file)).SelectMany(TextRules.MachinePath).ShouldBeEmpty();

    [Fact]
    public void Files_HaveNoRegions() => Repository.EndingIn(".cs", ".razor").Where(file => !IsProof(file)).SelectMany(TextRules.Regions).ShouldBeEmpty();

    [Fact]
    public void Tests_AllRun() =>
        Code.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal) && !IsProof(file)).SelectMany(TextRules.SkippedTests).ShouldBeEmpty();

    [Fact]
    public void Pages_LeadSomewhere()
    {
        HashSet<string> existing = [.. Repository.Files.SelectMany(file => Upward(file.Path))];
        Repository.EndingIn(".md").SelectMany(page => TextRules.BrokenLinks(page, existing)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Domain/Ticket.cs", 401)]
    [InlineData("src/Web/Program.cs", 81)]
    [InlineData("src/Web/Features/Tickets/TicketPage.razor", 161)]
    [InlineData("src/Web/wwwroot/viewer/display.js", 301)]
    public void Length_IsFound_WhenOneLineTooMany(string path, int lines)
    {
        TextRules.TooLong(new SourceFile(path, string.Concat(Enumerable.Repeat("\n", lines)))).ShouldHaveSingleItem();
        TextRules.TooLong(new SourceFile(path, string.Concat(Enumerable.Repeat("\n", lines - 1)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("try { A(); } catch { }", true)]
    [InlineData("try { A(); } catch (IOException)\n{\n}", true)]
    [InlineData("try { A(); } catch (Exception) { // never mind\n }", true)]
    [InlineData("try { A(); } catch (Exception error) when (error is IOException) { }", true)]
    [InlineData("try { A(); } catch (Exception error) when (error is IOException) { // gone already\n }", false)]
    [InlineData("try { A(); }\ncatch (OperationCanceledException)\n{\n    // A normal end.\n}", false)]
    [InlineData("try { A(); } catch (IOException) { B(); }", false)]
    public void EmptyCatch_IsFound(string code, bool found) => TextRules.EmptyCatch(new SourceFile("a.cs", code)).Any().ShouldBe(found);

    [Theory]
    [InlineData("see /home/anna/desk", true)]
    [InlineData(@"C:\Users\anna\desk", true)]
    [InlineData("\"/work/desk\"", true)]
    [InlineData("https://example.org/work/plan", false)]
    [InlineData("/tmp/.X11-unix/X7", false)]
    [InlineData("/usr/bin/chromium", false)]
    public void MachinePath_IsFound(string text, bool found) => TextRules.MachinePath(new SourceFile("a.md", text)).Any().ShouldBe(found);

    [Fact]
    public void Region_IsFound() => TextRules.Regions(new SourceFile("a.cs", "class A\n{\n    #region Fields\n")).ShouldHaveSingleItem();

    [Theory]
    [InlineData("a.cs", "[Fact(Skip = \"later\")]")]
    [InlineData("a.cs", "[Theory(DisplayName = \"x\", Explicit = true)]")]
    [InlineData("a.cs", "Assert.SkipWhen(true, \"later\");")]
    [InlineData("a.test.js", "test.skip('later', () => {});")]
    [InlineData("a.test.js", "test('later', { skip: true }, () => {});")]
    [InlineData("a.test.js", "it.only('this', () => {});")]
    public void SkippedTest_IsFound(string path, string text) => TextRules.SkippedTests(new SourceFile(path, text)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("[pictures](pictures/queue.png)", true)]
    [InlineData("""<img src="pictures/queue.png" alt="The queue">""", true)]
    [InlineData("[style](style.md#names)", false)]
    [InlineData("[up](../README.md)", false)]
    [InlineData("[away](https://example.org/x.md)", false)]
    public void BrokenLink_IsFound(string text, bool found) =>
        TextRules.BrokenLinks(new SourceFile("docs/page.md", text), new HashSet<string> { "docs/style.md", "README.md" }).Any().ShouldBe(found);

    private static IEnumerable<string> Upward(string path)
    {
        for (string one = path; one.Length > 0; one = one.Contains('/') ? one[..one.LastIndexOf('/')] : "")
        {
            yield return one;
        }
    }
}
