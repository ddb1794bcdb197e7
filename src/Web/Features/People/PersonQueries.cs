using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Features.People;

/// <summary>Somebody who may be calling.</summary>
public sealed record PersonRow(long Id, string Name, string? Phone, string? Mail, int OpenTickets);

/// <summary>A ticket in the caller panel.</summary>
public sealed record CallerTicket(long Id, string Title, TicketState State, DateTime UpdatedAt)
{
    public TicketNumber Number => new(Id);
}

/// <summary>Finds callers while their name or number is being typed.</summary>
public sealed class PersonQueries(IDbContextFactory<ServiceDeskDb> databases)
{
    private static readonly TicketState[] Open = [.. Enum.GetValues<TicketState>().Where(state => state.IsOpen())];

    /// <summary>At most ten people whose name or mail starts with the text, or whose number holds its digits.</summary>
    public async Task<IReadOnlyList<PersonRow>> FindAsync(string? typed, CancellationToken cancel = default)
    {
        string text = (typed ?? "").Trim();
        if (text.Length < 2) return [];
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        string key = Person.KeyOf(text);
        string digits = new(text.Where(char.IsAsciiDigit).ToArray());
        if (key.Length == 0 && digits.Length == 0) return []; // signs alone would fit everybody
        IQueryable<Person> people = digits.Length >= 3 && !text.Any(char.IsLetter)
            ? db.People.Where(person => person.PhoneDigits!.Contains(digits))
            : db.People.Where(person => person.NameKey.StartsWith(key) || person.NameKey.Contains(" " + key) || person.Mail!.StartsWith(text));
        return await people.OrderBy(person => person.NameKey).Take(10).Select(person => new PersonRow(
            person.Id, person.Name, person.Phone, person.Mail,
            db.Tickets.Count(ticket => ticket.CallerId == person.Id && Open.Contains(ticket.State)))).ToListAsync(cancel);
    }

    /// <summary>The caller's latest tickets that the consultant may see, newest change first.</summary>
    public async Task<IReadOnlyList<CallerTicket>> TicketsOfAsync(long caller, Guid consultant, int most, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.TicketsOf(consultant).Where(ticket => ticket.CallerId == caller)
            .OrderByDescending(ticket => ticket.UpdatedAt).Take(most)
            .Select(ticket => new CallerTicket(ticket.Id, ticket.Title, ticket.State, ticket.UpdatedAt)).ToListAsync(cancel);
    }
}
