using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ServiceDesk.Web.Components;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>What the account pages have in common: static, own layout, strict content policy.</summary>
[ExcludeFromInteractiveRouting]
[Layout(typeof(PlainLayout))]
[ContentPolicy(ContentPolicyAttribute.Static)]
public abstract class AccountPage : ComponentBase
{
    [Inject]
    protected IStringLocalizer<AccountsTexts> T { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    protected HttpContext HttpContext { get; set; } = default!;

    /// <summary>Why the form came back; null while nothing is wrong.</summary>
    protected string? Refusal { get; set; }
}
