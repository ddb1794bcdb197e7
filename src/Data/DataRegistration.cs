using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Data;

public static class DataRegistration
{
    /// <summary>Registers <see cref="IDbContextFactory{TContext}"/> of <see cref="ServiceDeskDb"/>, and the scoped context that Identity wants.</summary>
    public static IServiceCollection AddServiceDeskData(this IServiceCollection services, DatabaseOptions options) =>
        services.AddSingleton(options)
            .AddDbContextFactory<ServiceDeskDb>(builder => builder.UseServiceDesk(options));

    /// <summary>Chooses the provider and its generated migrations.</summary>
    public static DbContextOptionsBuilder UseServiceDesk(this DbContextOptionsBuilder builder, DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => builder.UseSqlite(options.ConnectionString, sqlite => sqlite.MigrationsAssembly("ServiceDesk.Migrations.Sqlite")),
        DatabaseProvider.PostgreSql => builder.UseNpgsql(options.ConnectionString, npgsql => npgsql.MigrationsAssembly("ServiceDesk.Migrations.PostgreSql")),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown provider."),
    };
}
