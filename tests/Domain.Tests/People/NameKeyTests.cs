using CsCheck;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tests.People;

public sealed class NameKeyTests
{
    private static readonly Gen<char> Signs = Gen.Char["abeouäöüÄÖÜßéøæ ,.-'EOUİıþ각0"];

    [Theory]
    [InlineData(null, "")]
    [InlineData(" . ", "")]
    [InlineData("Berg, Anna", "berg anna")]
    [InlineData("BERG,ANNA", "berg anna")]
    [InlineData("  Anna   Berg (extern) ", "anna berg extern")]
    [InlineData("Dr.-Ing. O'Neill", "dr ing oneill")]
    [InlineData("Müller-Lüdenscheidt", "muller ludenscheidt")]
    [InlineData("Mueller-Luedenscheidt", "muller ludenscheidt")]
    [InlineData("Mu\u0308ller", "muller")]
    [InlineData("Weiß", "weiss")]
    [InlineData("Goethe", "gothe")]
    [InlineData("Göthe", "gothe")]
    [InlineData("Łukasz Nowák", "lukasz nowak")]
    [InlineData("Søren Kjær", "soren kjar")]
    [InlineData("İstanbul Işık", "istanbul isik")]
    [InlineData("Ærø", "aro")]
    [InlineData("+49 89 12345", "49 89 12345")]
    [InlineData("Андрей Ёлкин", "андреи елкин")]
    public void KeyOf_FoldsTheName_HoweverItIsWritten(string? name, string key) => Person.KeyOf(name).ShouldBe(key);

    [Fact]
    public void KeyOf_LeavesItOut_WhenACharacterIsCutInTwo() => Person.KeyOf("\ud83d Berg").ShouldBe("berg");

    [Fact]
    public void KeyOf_IsTheBeginningOfTheKey_ForEachBeginningOfTheName() =>
        Gen.String[Gen.OneOf(Signs, Gen.Char), 0, 30].Sample(name =>
        {
            string key = Person.KeyOf(name);
            for (int end = 0; end <= name.Length; end++)
            {
                if (end > 0 && char.IsHighSurrogate(name[end - 1])) continue;
                key.ShouldStartWith(Person.KeyOf(name[..end]));
            }
        });

    [Fact]
    public void KeyOf_ChangesNothing_WhenItIsAKeyAlready() =>
        Gen.String[Signs, 0, 30].Sample(name => Person.KeyOf(Person.KeyOf(name)).ShouldBe(Person.KeyOf(name)));

    [Theory]
    [InlineData("ß")]
    [InlineData("þ")]
    [InlineData("각")] // three letters when taken apart
    [InlineData("😀")]
    [InlineData("x")]
    public void KeyOf_FitsItsColumn_WhenTheNameIsAsLongAsCanBe(string sign) =>
        Person.KeyOf(string.Concat(Enumerable.Repeat(sign, Person.NameLength))).Length.ShouldBeLessThanOrEqualTo(Person.NameLength);
}
