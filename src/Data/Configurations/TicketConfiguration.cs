using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Data.Configurations;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("Tickets");
        ticket.Ignore(t => t.Number);
        ticket.Property(t => t.Title).HasMaxLength(Ticket.TitleLength);
        ticket.Property(t => t.Version).IsConcurrencyToken();
        ticket.OwnsOne(t => t.Callback, callback =>
        {
            callback.Property(c => c.From).HasColumnName("CallbackFrom");
            callback.Property(c => c.Until).HasColumnName("CallbackUntil");
        });
        ticket.HasOne<Person>().WithMany().HasForeignKey(t => t.CallerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<Queue>().WithMany().HasForeignKey(t => t.QueueId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<DeskUser>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<CatalogueItem>().WithMany().HasForeignKey(t => t.CatalogueItemId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<Ticket>().WithMany().HasForeignKey(t => t.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasMany(t => t.Timeline).WithOne().HasForeignKey(e => e.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasIndex(t => new { t.UpdatedAt, t.Id }).IsDescending();
        ticket.HasIndex(t => new { t.State, t.UpdatedAt, t.Id }).IsDescending(false, true, true);
        ticket.HasIndex(t => new { t.QueueId, t.State, t.UpdatedAt, t.Id }).IsDescending(false, false, true, true);
        ticket.HasIndex(t => new { t.OwnerId, t.State });
        ticket.HasIndex(t => new { t.CallerId, t.State });
    }

    public void Configure(EntityTypeBuilder<TimelineEntry> entry)
    {
        entry.ToTable("Timeline");
        entry.Property(e => e.Text).HasMaxLength(Ticket.WordsLength);
        entry.HasOne<DeskUser>().WithMany().HasForeignKey(e => e.AuthorId).OnDelete(DeleteBehavior.Restrict);

        // Entries and sessions go with their ticket in one statement; to restrict would stop it half-way.
        entry.HasOne<RemoteSession>().WithMany().HasForeignKey(e => e.SessionId).OnDelete(DeleteBehavior.NoAction);
        entry.HasIndex(e => new { e.TicketId, e.Id });
    }
}
