using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Data;

/// <summary>Everything the desk stores. One context a use case, from the factory: never one for a whole circuit.</summary>
public sealed class ServiceDeskDb(DbContextOptions<ServiceDeskDb> options) : IdentityDbContext<DeskUser, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Queue> Queues => Set<Queue>();
    public DbSet<CatalogueItem> Catalogue => Set<CatalogueItem>();
    public DbSet<PolicyDocument> PolicyDocuments => Set<PolicyDocument>();
    public DbSet<Acceptance> Acceptances => Set<Acceptance>();
    public DbSet<RemoteSession> RemoteSessions => Set<RemoteSession>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (builder.Model.FindEntityType(typeof(IdentityUserPasskey<Guid>)) is null)
            throw new InvalidOperationException($"Identity's schema is too old for passkeys. Set the context up with {nameof(DataRegistration.UseServiceDesk)}.");
        builder.ApplyConfigurationsFromAssembly(typeof(ServiceDeskDb).Assembly);

        // Keys sort by their letters alone on both providers, and a look-up by beginning uses the index.
        if (Database.IsNpgsql()) builder.Entity<Person>().Property(p => p.NameKey).UseCollation("C");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        builder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
    }
}
