using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class NothingStoredTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Database_AndLog_HoldNeitherTheDigitsNorAnAddress()
    {
        await using RunningSession running = await desk.RunAsync();
        await running.TellAsync(SessionNews.Verified);
        await running.ReportAsync(Grants.View);
        await desk.Get<EndSession>().ExecuteAsync(running.Id, DemoPeople.Max.Id, SessionDesk.Cancel);
        await using (ServiceDeskDb db = await desk.OpenDatabaseAsync())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", SessionDesk.Cancel);
        SqliteConnection.ClearAllPools();

        string stored = string.Concat(Directory.EnumerateFiles(desk.App.DataFolder, "*", SearchOption.AllDirectories).Select(ReadLatin));
        string logged = string.Join('\n', desk.App.Log.All.Where(IsOurs));

        foreach (string secret in new[] { running.Channel.Digits, running.Channel.ToString(), running.Joined.RelayToken, running.Joined.ReturnToken })
        {
            stored.ShouldNotContain(secret);
            logged.ShouldNotContain(secret);
        }

        stored.ShouldNotContain("127.0.0.1");
        logged.ShouldNotContain(running.Joined.Consultant);
        string.Join('\n', desk.App.Log.All.Where(line => line.Contains("RemoteSessions."))).ShouldNotContain("127.0.0.1");
    }

    // Debug lines of the framework are not written on a real desk: its level there is Warning.
    private static bool IsOurs(string line) => line.Contains("ServiceDesk.") && !line.StartsWith("Debug", StringComparison.Ordinal) && !line.StartsWith("Trace", StringComparison.Ordinal);

    private static string ReadLatin(string path) => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path));
}
