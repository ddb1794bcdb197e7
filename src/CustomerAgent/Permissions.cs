using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>What the customer allows: changed at the gate first, then told to the viewer and the desk. On the windows' thread.</summary>
internal sealed class Permissions(RunningSession on, InputGate gate)
{
    /// <summary>This is allowed from now on.</summary>
    public event Action<Grants>? Given;

    /// <summary>Something is allowed, or not any more.</summary>
    public event Action? Changed;

    /// <summary>The customer allows this as well.</summary>
    /// <returns>False when it may not become so: the line is lost, or a problem was found.</returns>
    public async Task<bool> TryGiveAsync(Grants grant)
    {
        if (gate.Grant(grant) is not { } changed)
            return false;
        Given?.Invoke(grant);
        await TellAsync(changed);
        return true;
    }

    /// <summary>This is taken back; seeing stays as it is.</summary>
    public async Task TakeBackAsync(Grants grants)
    {
        if (gate.Revoke(grants & ~Grants.View) is { } changed)
            await TellAsync(changed);
    }

    /// <summary>The wish is not granted.</summary>
    public async Task DeclineAsync(Grants wish)
    {
        await on.Line.SendAsync(new GrantDeclined(wish));
        on.Desk.ReportGrants(gate.Granted, declined: wish);
    }

    private async Task TellAsync(GrantsChanged changed)
    {
        Changed?.Invoke();
        on.Desk.ReportGrants(changed.Grants, declined: Grants.None);
        await on.Line.SendAsync(changed);
    }
}
