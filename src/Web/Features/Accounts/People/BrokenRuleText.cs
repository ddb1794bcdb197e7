using Microsoft.Extensions.Localization;
using ServiceDesk.Domain;

namespace ServiceDesk.Web.Features.Accounts.People;

internal static class BrokenRuleText
{
    /// <summary>The rule <c>accounts.no-role</c> has the text <c>Rule_accounts_no_role</c>.</summary>
    public static string Of(IStringLocalizer<AccountsTexts> texts, RuleBrokenException broken) =>
        texts[$"Rule_{broken.Rule.Replace('.', '_').Replace('-', '_')}", broken.Message];
}
