using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>An open page stops within a minute or two when its person was disabled, signed out or given other roles.</summary>
public sealed class CircuitChecks(CurrentStamps stamps, IOptions<AccountOptions> options, ILoggerFactory logs) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => options.Value.CircuitCheckEvery;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancel) =>
        stamps.CountsAsync(state.User, cancel);
}
