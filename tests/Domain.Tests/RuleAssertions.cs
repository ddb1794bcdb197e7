namespace ServiceDesk.Domain.Tests;

internal static class RuleAssertions
{
    /// <summary>The act must fail, by that rule and no other.</summary>
    public static void ShouldBreak(this Action act, string rule) => act.ShouldThrow<RuleBrokenException>().Rule.ShouldBe(rule);
}
