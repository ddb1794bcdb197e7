using System.Security.Cryptography;
using System.Text;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.Tests.RemoteSessions;

namespace ServiceDesk.Domain.Tests.Policies;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void Publish_KeepsTheText_AsItWasHashed()
    {
        PolicyDocument document = PolicyDocument.Publish(PolicyKind.Privacy, 3, "de", "Datenschutz", "Wir speichern nichts.", Times.Start);

        (document.Kind, document.Version, document.Locale).ShouldBe((PolicyKind.Privacy, 3, "de"));
        document.PublishedAt.ShouldBe(Times.Start);
        document.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData("Datenschutz\nWir speichern nichts."u8)));
        document.IsIntact.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Für alle\r\ngilt:")]
    [InlineData("Fu\u0308r alle\ngilt:")]
    [InlineData("Für alle\rgilt:")]
    [InlineData("\n Für alle\ngilt: \r\n")]
    public void Publish_HashesAlike_WhateverLineEndsAndAccents(string body)
    {
        PolicyDocument document = Publish("Zweck", body);

        document.Body.ShouldBe("Für alle\ngilt:");
        document.Body.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        document.Sha256.ShouldBe(Publish("Zweck", "Für alle\ngilt:").Sha256);
    }

    [Fact]
    public void Publish_HashesDifferently_WhenOneCharacterDiffers() =>
        Publish("Zweck", "Für alle.").Sha256.ShouldNotBe(Publish("Zweck", "Für alle!").Sha256);

    [Fact]
    public void Publish_HashesDifferently_WhenALineMovesBetweenTitleAndText() =>
        Publish("Zweck\nFür alle", "gilt:").Sha256.ShouldNotBe(Publish("Zweck", "Für alle\ngilt:").Sha256);

    [Fact]
    public void Publish_HashesLowerHex_Always() => Publish("Zweck", "Für alle.").Sha256.ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    [Trait("Abuse", "54")]
    public void IsIntact_IsFalse_WhenTheTextWasChanged() => SessionSample.Damaged(Publish("Zweck", "Für alle.")).IsIntact.ShouldBeFalse();

    [Theory]
    [InlineData("", "Text", "policy.title.required")]
    [InlineData("Zweck", " \n", "policy.body.required")]
    [InlineData("Zweck", "a\0b", "policy.body.characters")]
    public void Publish_BreaksTheRule_WhenTitleOrTextIsWrong(string title, string body, string rule) =>
        ((Action)(() => Publish(title, body))).ShouldBreak(rule);

    [Fact]
    public void Publish_BreaksLength_WhenItIsTooLong()
    {
        ((Action)(() => Publish(new string('x', 201), "Text"))).ShouldBreak("policy.title.length");
        ((Action)(() => Publish("Zweck", new string('x', 100_001)))).ShouldBreak("policy.body.length");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Publish_Throws_WhenTheVersionIsNotPositive(int version) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PolicyDocument.Publish(PolicyKind.Purpose, version, "de", "Zweck", "Text", Times.Start));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("DE")]
    [InlineData("de-DE")]
    public void Publish_Throws_WhenTheLocaleIsNoLanguage(string locale) =>
        Should.Throw<ArgumentException>(() => PolicyDocument.Publish(PolicyKind.Purpose, 1, locale, "Zweck", "Text", Times.Start));

    private static PolicyDocument Publish(string title, string body) => PolicyDocument.Publish(PolicyKind.Purpose, 1, "de", title, body, Times.Start);
}
