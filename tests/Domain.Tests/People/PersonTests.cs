using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tests.People;

public sealed class PersonTests
{
    [Fact]
    public void Register_KeepsWhatWasSaid_WhenAllIsGiven()
    {
        Person person = Person.Register(" Berg, Anna ", " +49 89 123-45 ", " anna.berg@example.org ", Times.Start);

        person.Name.ShouldBe("Berg, Anna");
        person.NameKey.ShouldBe("berg anna");
        person.Phone.ShouldBe("+49 89 123-45");
        person.PhoneDigits.ShouldBe("+498912345");
        person.Mail.ShouldBe("anna.berg@example.org");
        person.KnownSince.ShouldBe(Times.Start);
    }

    [Fact]
    public void Register_CallsThePersonByTheNumber_WhenThereIsNoName()
    {
        Person person = Person.Register(" ", "4711", null, Times.Start);

        person.Name.ShouldBe("4711");
        person.NameKey.ShouldBe("4711");
    }

    [Fact]
    public void Register_NeedsNoNumber_WhenThereIsAName()
    {
        Person person = Person.Register("Anna Berg", "", null, Times.Start);

        person.Phone.ShouldBeNull();
        person.PhoneDigits.ShouldBeNull();
        person.Mail.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", "\n")]
    public void Register_BreaksRequired_WhenThereIsNeitherNameNorNumber(string? name, string? phone) =>
        ((Action)(() => Person.Register(name, phone, "anna@example.org", Times.Start))).ShouldBreak("person.required");

    [Fact]
    public void Register_BreaksNameLength_WhenItIsTooLong() =>
        ((Action)(() => Person.Register(new string('x', 201), null, null, Times.Start))).ShouldBreak("person.name.length");

    [Fact]
    public void Register_BreaksPhoneLength_WhenItIsTooLong() =>
        ((Action)(() => Person.Register("Anna", new string('1', 41), null, Times.Start))).ShouldBreak("person.phone.length");

    [Fact]
    public void Register_BreaksPhone_WhenItHasNoDigit() =>
        ((Action)(() => Person.Register("Anna", "unknown", null, Times.Start))).ShouldBreak("person.phone");

    [Fact]
    public void Register_BreaksMailLength_WhenItIsTooLong() =>
        ((Action)(() => Person.Register("Anna", null, new string('a', 250) + "@b.de", Times.Start))).ShouldBreak("person.mail.length");

    [Theory]
    [InlineData("anna")]
    [InlineData("@example.org")]
    [InlineData("anna@")]
    [InlineData("anna@berg@example.org")]
    [InlineData("anna berg@example.org")]
    [InlineData("anna@example.org\r\nBcc: all@example.org")]
    [Trait("Abuse", "83")]
    public void Register_BreaksMail_WhenItIsNoAddress(string mail) =>
        ((Action)(() => Person.Register("Anna", null, mail, Times.Start))).ShouldBreak("person.mail");

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData("089 / 123-45", "08912345")]
    [InlineData("+49 (89) 12345", "+498912345")]
    [InlineData("(+49) 89 12345", "+498912345")]
    [InlineData("12345 + 6", "123456")]
    [InlineData("Ext. 4711", "4711")]
    public void DigitsOf_IsWhatLookUpsCompare_HoweverItIsWritten(string? phone, string? digits) => Person.DigitsOf(phone).ShouldBe(digits);

    [Fact]
    public void DigitsOf_BreaksPhone_WhenItHasNoDigit() => ((Action)(() => Person.DigitsOf("+"))).ShouldBreak("person.phone");
}
