using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ServiceDesk.Data;

namespace ServiceDesk.Migrations.PostgreSql;

/// <summary>Lets the migration command build the model without the desk.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ServiceDeskDb>
{
    public ServiceDeskDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<ServiceDeskDb>();
        builder.UseServiceDesk(new DatabaseOptions(DatabaseProvider.PostgreSql, "Host=localhost;Database=design"));
        return new ServiceDeskDb(builder.Options);
    }
}
