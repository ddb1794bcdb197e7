using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>The rules for names and passwords in the reader's language.</summary>
public sealed class AccountErrors(IStringLocalizer<AccountsTexts> texts) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), length);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), uniqueChars);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch));

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), userName);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure));

    public override IdentityError DefaultError() => Error(nameof(DefaultError));

    private IdentityError Error(string code, params object[] values) => new() { Code = code, Description = texts[$"Error_{code}", values] };
}
