using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Web.Components;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Components;

public sealed class DeskTimesTests
{
    // Tuesday, 08:30 in Berlin.
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 7, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "2026-03-03T13:30:00Z", "today 14:30")]
    [InlineData("de", "2026-03-03T13:30:00Z", "heute 14:30")]
    [InlineData("en", "2026-03-02T23:15:00Z", "today 00:15")]
    [InlineData("de", "2026-03-02T22:45:00Z", "gestern 23:45")]
    [InlineData("de", "2026-03-04T07:00:00Z", "morgen 08:00")]
    [InlineData("en", "2026-01-05T08:00:00Z", "Mon 5 Jan, 09:00")]
    [InlineData("de", "2026-07-06T08:00:00Z", "Mo 6. Juli, 10:00")]
    [InlineData("en", "2025-12-31T12:00:00Z", "31 Dec 2025, 13:00")]
    public void Say_SaysItAsPeopleDo(string language, string at, string said) => In(language, times => times.Say(Moment(at)).ShouldBe(said));

    [Theory]
    [InlineData("en", "2026-07-06T08:00:05Z", "Monday, 6 July 2026, 10:00:05 (UTC+02:00)")]
    [InlineData("de", "2026-01-05T08:00:05Z", "Montag, 5. Januar 2026, 09:00:05 (UTC+01:00)")]
    public void SayFully_LeavesNoDoubt(string language, string at, string said) => In(language, times => times.SayFully(Moment(at)).ShouldBe(said));

    private static DateTimeOffset Moment(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);

    private static void In(string language, Action<DeskTimes> check)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo(language);
        using ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        check(new DeskTimes(Options.Create(new DeskOptions()), new FakeTimeProvider(Now), services.GetRequiredService<IStringLocalizer<ShellTexts>>()));
    }
}
