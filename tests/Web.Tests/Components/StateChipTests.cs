using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Web.Components;

namespace ServiceDesk.Web.Tests.Components;

public sealed class StateChipTests : BunitContext
{
    public StateChipTests() => Services.AddLogging().AddLocalization();

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void EveryState_HasAWordAndAShape(string language)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        foreach (DeskState state in Enum.GetValues<DeskState>())
        {
            IRenderedComponent<StateChip> chip = Render<StateChip>(with => with.Add(one => one.State, state));
            chip.Find(".chip > span").TextContent.ShouldNotContain("State_");
            chip.Find("svg").Children.ShouldNotBeEmpty();
            chip.Find("svg").GetAttribute("aria-hidden").ShouldBe("true");
        }
    }

    [Fact]
    public void Shapes_AreAllDifferent()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        Enum.GetValues<DeskState>().Select(state => Render<StateChip>(with => with.Add(one => one.State, state)).Find("svg").InnerHtml).ShouldBeUnique();
    }

    [Fact]
    public void Word_CanBeMoreExact() =>
        Render<StateChip>(with => with.Add(one => one.State, DeskState.Wait).Add(one => one.Word, "call-back 15:00")).Find(".chip > span").TextContent.ShouldBe("call-back 15:00");
}
