using ServiceDesk.Domain.Tests.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests;

/// <summary>What people type, paste or send, whichever field it is for.</summary>
public sealed class TypedTextTests
{
    [Fact]
    public void Words_AreTrimmed_WhenTypedWithSpaceAround() => NoteOf("  a word \n ").ShouldBe("a word");

    [Theory]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\ntwo")]
    public void Words_KeepTheirLines_WhateverTheLineEnd(string typed) => NoteOf(typed).ShouldBe("one\ntwo");

    [Fact]
    public void Words_AreComposed_WhenTypedWithLooseAccents() => NoteOf("Mu\u0308ller").ShouldBe("Müller");

    // Not data of a theory: on its way to the runner half a character would be repaired already.
    [Fact]
    public void Words_AreRepaired_WhenACharacterIsCutInTwo()
    {
        NoteOf("\ud83d half").ShouldBe("\ufffd half");
        NoteOf("half \ude00").ShouldBe("half \ufffd");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{0} @(1+1) {{7*7}} %_[ ' \"")]
    [InlineData("😀 שלום \u202eabc")]
    [InlineData("=1+1")]
    public void Words_ReadAsTyped_WhenTheyLookLikeSomethingElse(string typed) => NoteOf(typed).ShouldBe(typed);

    [Fact]
    public void Words_BreakCharacters_WhenTheyHoldNul() => ((Action)(() => NoteOf("a\0b"))).ShouldBreak("ticket.words.characters");

    [Fact]
    public void Words_Fit_WhenTheyFillTheField() => NoteOf(new string('x', Ticket.WordsLength)).Length.ShouldBe(Ticket.WordsLength);

    [Fact]
    public void Words_BreakLength_WhenOneCharacterTooLong() =>
        ((Action)(() => NoteOf(new string('x', Ticket.WordsLength + 1)))).ShouldBreak("ticket.words.length");

    [Fact]
    public void Words_BreakLength_WhenTheyAreAccentsWithoutEnd() =>
        ((Action)(() => NoteOf("a" + new string('\u0301', Ticket.WordsLength + 1)))).ShouldBreak("ticket.words.length");

    [Theory]
    [InlineData("first\nsecond", "first second")]
    [InlineData("first\u2028second", "first second")]
    [InlineData("bell\u0007rings\tloud", "bell rings loud")]
    public void Title_IsOneLine_WhenPastedWithControlCharacters(string typed, string kept) =>
        Sample.Ticket(title: typed).Title.ShouldBe(kept);

    [Fact]
    public void Title_BreaksCharacters_WhenItHoldsNul() =>
        ((Action)(() => Sample.Ticket(title: "a\0b"))).ShouldBreak("ticket.title.characters");

    private static string NoteOf(string typed)
    {
        Ticket ticket = Sample.Ticket();
        ticket.AddNote(typed, Sample.Anna, Times.Start);
        return ticket.Timeline[^1].Text.ShouldNotBeNull();
    }
}
