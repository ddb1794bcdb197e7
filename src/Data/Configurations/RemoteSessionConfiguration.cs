using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Data.Configurations;

internal sealed class RemoteSessionConfiguration : IEntityTypeConfiguration<RemoteSession>, IEntityTypeConfiguration<GrantChange>, IEntityTypeConfiguration<SessionEvent>, IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<RemoteSession> session)
    {
        session.ToTable("RemoteSessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Ignore(s => s.IsOpen).Ignore(s => s.IsVerified).Ignore(s => s.WrongNumbers);

        // A step that somebody else has just taken is not taken twice: the one who comes second loads again and finds it taken.
        session.Property(s => s.State).IsConcurrencyToken();
        session.Property(s => s.ChannelHash).HasMaxLength(32);
        session.Property(s => s.AgentVersion).HasMaxLength(40);
        session.HasOne<Ticket>().WithMany().HasForeignKey(s => s.TicketId).OnDelete(DeleteBehavior.Cascade);
        session.HasOne<DeskUser>().WithMany().HasForeignKey(s => s.ConsultantId).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.GrantChanges).WithOne().HasForeignKey("SessionId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        session.HasMany(s => s.Events).WithOne().HasForeignKey("SessionId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        session.HasMany(s => s.Acceptances).WithOne().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Cascade);

        // The database holds the two promises that matter when two requests race: one open channel a ticket, and no two alike.
        session.HasIndex(s => s.TicketId).IsUnique().HasFilter("\"State\" <> 5").HasDatabaseName("IX_RemoteSessions_OneOpenPerTicket");
        session.HasIndex(s => s.ChannelHash).IsUnique();
        session.HasIndex(s => new { s.TicketId, s.RequestedAt });
        session.HasIndex(s => new { s.RequestedAt, s.Id }).IsDescending();
        session.HasIndex(s => new { s.ConsultantId, s.RequestedAt });
        session.HasIndex(s => s.State);
    }

    public void Configure(EntityTypeBuilder<GrantChange> change) => change.ToTable("GrantChanges");

    public void Configure(EntityTypeBuilder<SessionEvent> happened) => happened.ToTable("SessionEvents");

    public void Configure(EntityTypeBuilder<Acceptance> acceptance)
    {
        acceptance.ToTable("Acceptances");
        acceptance.Property(a => a.Locale).HasMaxLength(2);
        acceptance.Property(a => a.Sha256).HasMaxLength(64);
        acceptance.HasOne<PolicyDocument>().WithMany().HasForeignKey(a => a.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
