using Microsoft.Playwright;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class ViewerLooksTests(SessionDesk desk, Browser browser) : IClassFixture<SessionDesk>
{
    private static readonly object[] Figures =
    [
        new { type = "delay", ms = 31, silent = 0 }, new { type = "echo", ms = 48 },
        new { type = "rates", frames = 28, bytes = 41_200, total = 3_412_000 },
        new { type = "picture", state = new { exact = true, state = 0 } },
    ];

    [Theory]
    [MemberData(nameof(Look.LanguagesAndSchemes), MemberType = typeof(Look))]
    public async Task Viewer_CanBeReadAndUsedByAll_InEveryLook(string language, bool isDark)
    {
        var look = new Look(language, isDark, 1440, 900);
        await using ViewedSession viewed = await ViewedSession.OpenAsync(desk, browser, look);
        await viewed.StateAsync("seen");
        await viewed.PointAsync(500, 400);
        await viewed.TellAsync(Figures);
        await Assertions.Expect(viewed.Page.Locator(".exact")).ToBeVisibleAsync();
        await viewed.Browser.ShouldBeAccessibleAsync();
        await Pictures.KeepAsync(viewed.Page, $"viewer-seen-{look.Name}");

        await viewed.StateAsync("controlled");
        await viewed.Page.Locator("button.line").ClickAsync();

        await Assertions.Expect(viewed.Page.Locator("#panel-line dd").First).ToHaveTextAsync("48 ms");
        await viewed.Browser.ShouldBeAccessibleAsync();
        await Pictures.KeepAsync(viewed.Page, $"viewer-figures-{look.Name}");
        viewed.Browser.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "en", "The screen of Anna Berg is locked – the picture goes on when it is unlocked")]
    [InlineData(1, "de", "Der Bildschirm von Anna Berg ist gesperrt – das Bild geht weiter, sobald er entsperrt ist")]
    [InlineData(2, "en", "A window over there may not be shown – its place stays black")]
    [InlineData(3, "de", "Der Bildschirm von Anna Berg ist ausgeschaltet")]
    [InlineData(4, "en", "The line is slow – pictures come late")]
    public async Task Screen_IsDescribedInWords_WhereThePictureWouldSayNothing(int state, string language, string words)
    {
        await using ViewedSession viewed = await ViewedSession.OpenAsync(desk, browser, new Look(language));
        await viewed.StateAsync("seen");
        await Assertions.Expect(viewed.Page.Locator(".cover")).ToBeHiddenAsync();

        await viewed.TellAsync(new { type = "picture", state = new { exact = false, state } });

        await Assertions.Expect(viewed.Page.Locator(".cover h1")).ToHaveTextAsync(words);
        await Assertions.Expect(viewed.Page.Locator(".exact")).ToBeHiddenAsync();
        await viewed.TellAsync(new { type = "picture", state = new { exact = true, state = 0 } });
        await Assertions.Expect(viewed.Page.Locator(".cover")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Badge_SaysNothing_OfAPictureThatRestsOrIsNotDescribed()
    {
        await using ViewedSession viewed = await ViewedSession.OpenAsync(desk, browser, new Look());
        ILocator badge = viewed.Page.Locator(".exact");
        await viewed.StateAsync("seen");
        await Assertions.Expect(badge).ToBeHiddenAsync();
        await viewed.TellAsync(new { type = "picture", state = new { exact = true, state = 0 } });
        await Assertions.Expect(badge).ToBeVisibleAsync();

        await viewed.StateAsync("paused");
        await Assertions.Expect(badge).ToBeHiddenAsync();
        await viewed.StateAsync("seen");
        await viewed.TellAsync(new { type = "picture", state = (object?)null });

        await Assertions.Expect(badge).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Figures_AreReachedAndLeft_ByKeyboard()
    {
        await using ViewedSession viewed = await ViewedSession.OpenAsync(desk, browser, new Look());
        await viewed.StateAsync("seen");
        ILocator line = viewed.Page.Locator("button.line"), panel = viewed.Page.Locator("#panel-line");

        await viewed.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(line).ToBeFocusedAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel).ToBeFocusedAsync();
        await Assertions.Expect(line).ToHaveAttributeAsync("aria-expanded", "true");

        await viewed.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(line).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Pointer_IsDrawnInItsOwnShape_AndIsTheConsultantsWhoControls()
    {
        await using ViewedSession viewed = await ViewedSession.OpenAsync(desk, browser, new Look(Width: 1700, Height: 1100));
        await viewed.StateAsync("seen");
        await viewed.PointAsync(800, 500);

        LocatorBoundingBoxResult picture = (await viewed.Page.Locator("canvas.picture").BoundingBoxAsync()).ShouldNotBeNull();
        LocatorBoundingBoxResult shape = (await viewed.Page.Locator(".ghost canvas").BoundingBoxAsync()).ShouldNotBeNull();
        picture.Width.ShouldBe(1600);
        (shape.X - picture.X, shape.Y - picture.Y).ShouldBe((796, 492));
        (shape.Width, shape.Height).ShouldBe((9, 17));
        (await CursorAsync(viewed)).ShouldNotContain("url(");

        await viewed.StateAsync("controlled");

        (await CursorAsync(viewed)).ShouldStartWith("url(\"data:image/x-icon;base64,");
        viewed.Browser.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Follow_KeepsThePointerInSight_UntilThePictureIsMovedByHand()
    {
        await using ViewedSession viewed = await ViewedSession.OpenAsync(desk, browser, new Look(Width: 900, Height: 600));
        ILocator follow = viewed.Page.Locator("button:has(.icon-follow)");
        await viewed.StateAsync("seen");
        await Assertions.Expect(follow).ToBeHiddenAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "1:1" }).ClickAsync();
        await viewed.PointAsync(1500, 900);
        await Assertions.Expect(viewed.Page.Locator(".ghost")).Not.ToBeInViewportAsync();

        await follow.ClickAsync();
        await Assertions.Expect(viewed.Page.Locator(".ghost")).ToBeInViewportAsync(new() { Ratio = 1 });
        await viewed.PointAsync(20, 30);
        await Assertions.Expect(viewed.Page.Locator(".ghost")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(follow).ToHaveAttributeAsync("aria-pressed", "true");

        await viewed.Page.Mouse.MoveAsync(600, 400);
        await viewed.Page.Mouse.DownAsync();
        await viewed.Page.Mouse.MoveAsync(500, 350);
        await viewed.Page.Mouse.UpAsync();

        await Assertions.Expect(follow).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task Input_SaysWhenItHappened_IfItMayChangeThePicture()
    {
        await using ViewedSession viewed = await ViewedSession.OpenAsync(desk, browser, new Look());
        await viewed.StateAsync("controlled");
        double before = await NowAsync(viewed);

        await viewed.Page.Keyboard.PressAsync("a");
        await viewed.Page.Mouse.MoveAsync(400, 300);
        await viewed.Page.Mouse.MoveAsync(410, 310);
        await UntilSentAsync(viewed, 2);
        await viewed.Page.Mouse.DownAsync();
        await viewed.Page.Mouse.UpAsync();
        await viewed.Page.Mouse.WheelAsync(0, 120);
        await viewed.Page.Keyboard.PressAsync("Enter");
        await UntilSentAsync(viewed, 7);

        double after = await NowAsync(viewed);
        IReadOnlyList<(string Name, double? At)> inputs = await viewed.InputsAsync();
        inputs.Where(input => input.Name is "TextInput").ShouldAllBe(input => input.At > before && input.At < after);
        (string Name, double? At)[] pointer = [.. inputs.Where(input => input.Name is "PointerInput")];
        pointer[0].At.ShouldBeNull();
        pointer[^3..].ShouldAllBe(input => input.At > before && input.At < after);
        inputs.Where(input => input.Name is "KeyInput").Select(input => input.At is null).ShouldBe([false, true]);
    }

    private static Task<string> CursorAsync(ViewedSession viewed) => viewed.Page.Locator(".surface").EvaluateAsync<string>("surface => getComputedStyle(surface).cursor");

    private static Task<double> NowAsync(ViewedSession viewed) => viewed.Page.EvaluateAsync<double>("performance.timeOrigin + performance.now()");

    private static async Task UntilSentAsync(ViewedSession viewed, int count)
    {
        while ((await viewed.InputsAsync()).Count < count)
            await viewed.Page.EvaluateAsync("new Promise(resolve => requestAnimationFrame(resolve))");
    }
}
