using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data.Privacy;
using ServiceDesk.Data.Tests.Databases;

namespace ServiceDesk.Data.Tests.Privacy;

/// <summary>The promise "we store nothing else", held against the model itself.</summary>
public sealed class DataInventoryTests
{
    private static readonly DatabaseOptions[] Providers =
    [
        DatabaseOptions.SqliteFile("model.db"),
        new(DatabaseProvider.PostgreSql, "Host=nowhere;Database=model"),
    ];

    [Fact]
    public void Inventory_NamesEachStoredColumn_OnBothProviders()
    {
        foreach (DatabaseOptions provider in Providers)
            Stored(provider).Except(Named()).ShouldBeEmpty("Name the purpose and the life of the column in the data inventory first.");
    }

    [Fact]
    public void Inventory_NamesNothing_ThatIsNotStored()
    {
        foreach (DatabaseOptions provider in Providers)
            Named().Except(Stored(provider)).ShouldBeEmpty();
    }

    [Fact]
    public void Inventory_NamesEachColumnOnce_Always() => Named().ShouldBeUnique();

    [Fact]
    public void Column_IsForbidden_WhenItIsNamedAfterWhatIsNeverStored()
    {
        foreach (DatabaseOptions provider in Providers)
            Stored(provider).Where(name => IsForbidden(name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Acceptances.IpAddress")]
    [InlineData("RemoteSessions.HostName")]
    [InlineData("RemoteSessions.ScreenWidth")]
    [InlineData("RemoteSessions.CustomerUserAgent")]
    [InlineData("Timeline.WindowTitle")]
    [InlineData("DeviceInfos.Id")]
    public void IsForbidden_FindsIt_WhereverItHides(string name) => IsForbidden(name).ShouldBeTrue();

    [Fact]
    public void Channel_LivesNoLongerThanADay_AsPromised() =>
        DataInventory.Columns.Single(column => column.Column == "ChannelHash").Life.ShouldBe(DataLife.DayAfterSession);

    private static bool IsForbidden(string name) => DataInventory.Forbidden.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Named() => DataInventory.Columns.Select(column => $"{column.Table}.{column.Column}");

    private static string[] Stored(DatabaseOptions provider)
    {
        using ServiceDeskDb db = TestDatabase.Open(provider);
        string[] columns = [.. db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"))];
        columns.Length.ShouldBeGreaterThan(100);
        return columns;
    }
}
