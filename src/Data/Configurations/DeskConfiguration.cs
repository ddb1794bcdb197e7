using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.Queues;

namespace ServiceDesk.Data.Configurations;

internal sealed class DeskConfiguration :
    IEntityTypeConfiguration<DeskUser>, IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Queue>,
    IEntityTypeConfiguration<CatalogueItem>, IEntityTypeConfiguration<PolicyDocument>
{
    public void Configure(EntityTypeBuilder<DeskUser> user)
    {
        user.Property(u => u.DisplayName).HasMaxLength(100);
        user.Property(u => u.Initials).HasMaxLength(3);
    }

    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Name).HasMaxLength(Person.NameLength);
        person.Property(p => p.NameKey).HasMaxLength(Person.NameLength);
        person.Property(p => p.Phone).HasMaxLength(Person.PhoneLength);
        person.Property(p => p.PhoneDigits).HasMaxLength(Person.PhoneLength);
        person.Property(p => p.Mail).HasMaxLength(Person.MailLength);
        person.HasIndex(p => p.PhoneDigits);
        person.HasIndex(p => new { p.NameKey, p.Id });
        person.HasIndex(p => p.Mail);
    }

    public void Configure(EntityTypeBuilder<Queue> queue)
    {
        queue.ToTable("Queues");
        queue.Property(q => q.Name).HasMaxLength(80);
        queue.Property(q => q.Key).HasMaxLength(40);
        queue.HasIndex(q => q.Key).IsUnique();
        queue.OwnsMany(q => q.Members, member =>
        {
            member.ToTable("QueueMembers");
            member.WithOwner().HasForeignKey("QueueId");
            member.HasKey("QueueId", nameof(QueueMember.PersonId));
            member.HasOne<DeskUser>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    public void Configure(EntityTypeBuilder<CatalogueItem> item)
    {
        item.ToTable("Catalogue");
        item.Property(i => i.Name).HasMaxLength(80);
        item.Property(i => i.Category).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<PolicyDocument> document)
    {
        document.ToTable("PolicyDocuments");
        document.Ignore(d => d.IsIntact);
        document.Property(d => d.Locale).HasMaxLength(2);
        document.Property(d => d.Title).HasMaxLength(200);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.HasIndex(d => new { d.Kind, d.Version, d.Locale }).IsUnique();
    }
}
