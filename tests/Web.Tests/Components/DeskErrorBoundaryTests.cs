using System.Text.RegularExpressions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Components;

public sealed partial class DeskErrorBoundaryTests(Browser browser)
{
    [Fact]
    public async Task FailingPage_ShowsTheReferenceThatTheLogHas_AndNothingElse()
    {
        await using DeskApp desk = new();
        await desk.InitializeAsync();
        await using BrowserPage visitor = await browser.OpenAsync(desk, new Look("de"));
        await visitor.SignInAsync(DemoPeople.Jan, "/admin/people");
        await DropAsync(desk, "AspNetUserRoles");

        await visitor.GotoLiveAsync("/admin/people");
        string page = await visitor.Page.Locator("main").InnerTextAsync();
        page.ShouldContain("Da ist bei uns etwas schiefgegangen");
        page.ShouldNotContain("AspNetUserRoles");
        string reference = Shown().Match(page).Value;
        desk.Log.All.ShouldContain(line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("no such table", StringComparison.Ordinal));
        await visitor.ShouldBeAccessibleAsync();
    }

    private static async Task DropAsync(DeskApp desk, string table)
    {
        await using Microsoft.Data.Sqlite.SqliteConnection database = new($"Data Source={Path.Combine(desk.DataFolder, "servicedesk.db")}");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using Microsoft.Data.Sqlite.SqliteCommand drop = database.CreateCommand();
        drop.CommandText = $"DROP TABLE {table}";
        await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("[0-9a-f]{8}")]
    private static partial Regex Shown();
}
