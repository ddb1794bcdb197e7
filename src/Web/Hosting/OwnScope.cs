namespace ServiceDesk.Web.Hosting;

/// <summary>
/// Runs one use case with services of its own. A page on a circuit must not keep a scoped service (a database context, Identity's
/// managers) for as long as the circuit lives.
/// </summary>
public sealed class OwnScope(IServiceScopeFactory scopes)
{
    public async Task<TResult> RunAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> use) where TUseCase : notnull
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task RunAsync<TUseCase>(Func<TUseCase, Task> use) where TUseCase : notnull
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
