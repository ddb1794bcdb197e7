using System.Globalization;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class ReaderLanguageTests
{
    [Fact]
    public async Task Keep_TellsInTheReadersLanguage_AndLeavesTheCallersAlone()
    {
        string told = "";
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        Func<Task> listener = ReaderLanguage.Keep(() => Task.FromResult(told = CultureInfo.CurrentUICulture.Name));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        await listener();

        told.ShouldBe("de");
        CultureInfo.CurrentUICulture.Name.ShouldBe("en");
    }
}
