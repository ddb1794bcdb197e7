using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ServiceDesk.Domain.Policies;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>Which texts one page showed, to whom and when. Goes with the form and comes back sealed, so that exactly what was read is accepted.</summary>
/// <param name="Session">The session the page belonged to.</param>
/// <param name="At">When it was shown, UTC.</param>
/// <param name="Documents">Identities of the documents.</param>
public sealed record ShownTexts(Guid Session, DateTime At, IReadOnlyList<int> Documents)
{
    private const string Purpose = "ServiceDesk.ShownTexts";

    public static string Seal(IDataProtectionProvider protection, Guid session, DateTime at, IEnumerable<PolicyDocument> documents) =>
        protection.CreateProtector(Purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{session:N}|{at.Ticks}|{string.Join(',', documents.Select(document => document.Id))}"));

    /// <summary>Null when it was not made by <see cref="Seal"/>.</summary>
    public static ShownTexts? Open(IDataProtectionProvider protection, string? sealedText)
    {
        if (string.IsNullOrEmpty(sealedText)) return null;
        try
        {
            string[] parts = protection.CreateProtector(Purpose).Unprotect(sealedText).Split('|');
            return new ShownTexts(
                Guid.ParseExact(parts[0], "N"),
                new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc),
                [.. parts[2].Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
