using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Data;

public static class DataRegistration
{
    // Identity reads its schema version from the application's services and falls back to the first one, which knows no passkeys.
    // Where there is no application (migrations, tests), these services stand in for it.
    private static readonly IServiceProvider NoApplication = new ServiceCollection().AddIdentitySchema().BuildServiceProvider();

    /// <summary>Registers <see cref="IDbContextFactory{TContext}"/> of <see cref="ServiceDeskDb"/>, and the scoped context that Identity wants.</summary>
    public static IServiceCollection AddServiceDeskData(this IServiceCollection services, DatabaseOptions options) =>
        services.AddSingleton(options)
            .AddIdentitySchema()
            .AddDbContextFactory<ServiceDeskDb>(builder => builder.UseServiceDesk(options));

    /// <summary>Chooses the provider and its generated migrations.</summary>
    public static DbContextOptionsBuilder UseServiceDesk(this DbContextOptionsBuilder builder, DatabaseOptions options)
    {
        if (builder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            builder.UseApplicationServiceProvider(NoApplication);

        return options.Provider switch
        {
            DatabaseProvider.Sqlite => builder.AddInterceptors(SqlitePragmas.Interceptor)
                .UseSqlite(options.ConnectionString, sqlite => sqlite.MigrationsAssembly("ServiceDesk.Migrations.Sqlite")),
            DatabaseProvider.PostgreSql => builder
                .UseNpgsql(options.ConnectionString, npgsql => npgsql.MigrationsAssembly("ServiceDesk.Migrations.PostgreSql")),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown provider."),
        };
    }

    private static IServiceCollection AddIdentitySchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
}
