using System.Diagnostics;
using System.Text;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Input.X11;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input.X11;

/// <summary>Through the gate into a real terminal, and into a program that tells every key it gets.</summary>
public sealed class XTestInputTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    [Theory]
    [InlineData("us")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("tr")]
    public async Task Type_BringsTheCharacters_WhateverTheLayout(string layout)
    {
        const string Line = "Grüße: @ € { } [ ] \\ | ~ ^ ' \" ß ÄÖÜ é ñ ş ı Ω 你好 #+-*/ 1/2";
        await display.RunAsync("setxkbmap", layout);
        (await TypedAsync(Line)).ShouldBe(Line);
    }

    [Theory]
    [InlineData("us")]
    [InlineData("de")]
    [InlineData("us,ru")]
    public async Task Type_GivesSpareKeysBack_AtTheEnd(string layout)
    {
        await display.RunAsync("setxkbmap", layout);
        string before = await display.RunAsync("xmodmap", "-pke");
        using (InputGate gate = Gate(out uint seq))
        {
            gate.Apply(new TextInput(seq, "你好éñ"));
            await Task.Delay(200, TestContext.Current.CancellationToken);
            (await display.RunAsync("xmodmap", "-pke")).ShouldNotBe(before);
        }
        (await display.RunAsync("xmodmap", "-pke")).ShouldBe(before);
    }

    [Fact]
    public async Task Type_IsRight_WhileShiftIsHeldAndCapsLockIsOn()
    {
        await display.RunAsync("setxkbmap", "de");
        await display.RunAsync("xdotool", "key", "Caps_Lock");
        string typed = await TypedAsync("aBc/7", before: seq => [new KeyInput(seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift)]);
        await display.RunAsync("xdotool", "key", "Caps_Lock");
        typed.ShouldBe("aBc/7");
    }

    [Theory] // the consultant's place, the consultant's letter → the customer's keycode
    [InlineData("us", "KeyC", "c", 54)]
    [InlineData("us", "KeyY", "z", 52)] // a German consultant's Ctrl+Z is this customer's Ctrl+Z
    [InlineData("de", "KeyZ", "z", 29)] // and the other way round
    [InlineData("us", "KeyC", "с", 54)] // a Cyrillic letter is not there: the place counts
    [InlineData("de", "F5", "F5", 71)]
    [InlineData("de", "ArrowLeft", "ArrowLeft", 113)]
    public async Task PressKey_FindsTheKeyOfTheShortcut(string layout, string code, string key, int keycode)
    {
        await display.RunAsync("setxkbmap", layout);
        using var listener = new KeyListener(display);
        await listener.ReadyAsync();
        using InputGate gate = Gate(out uint seq);
        gate.Apply(new PointerInput(seq, 100, 100, 0, 0, 0));
        gate.Apply(new KeyInput(seq, true, "ControlLeft", "Control", KeyModifiers.Control));
        gate.Apply(new KeyInput(seq, true, code, key, KeyModifiers.Control));
        gate.Apply(new KeyInput(seq, false, code, key, KeyModifiers.Control));
        gate.Apply(new KeyInput(seq, false, "ControlLeft", "Control", 0));
        await Shell.UntilAsync(() => listener.Presses.Count >= 2, "two key presses");
        listener.Presses[0].ShouldBe((0, 37));
        listener.Presses[1].ShouldBe((4, keycode));
    }

    [Fact]
    public async Task PressButton_ClicksAndTurnsTheWheel_InX11sNumbers()
    {
        using var listener = new KeyListener(display);
        await listener.ReadyAsync();
        using InputGate gate = Gate(out uint seq);
        foreach (PointerButtons button in new[] { PointerButtons.Left, PointerButtons.Middle, PointerButtons.Right, PointerButtons.Back, PointerButtons.Forward })
        {
            gate.Apply(new PointerInput(seq, 100, 100, button, 0, 0));
            gate.Apply(new PointerInput(seq, 100, 100, 0, 0, 0));
        }
        gate.Apply(new PointerInput(seq, 100, 100, 0, 0, -120));
        gate.Apply(new PointerInput(seq, 100, 100, 0, 0, 120));
        gate.Apply(new PointerInput(seq, 100, 100, 0, -120, 0));
        gate.Apply(new PointerInput(seq, 100, 100, 0, 120, 0));
        await Shell.UntilAsync(() => listener.Buttons.Count >= 9, "nine clicks");
        listener.Buttons.ShouldBe([1, 2, 3, 8, 9, 4, 5, 6, 7]);
    }

    [Fact]
    [Trait("Abuse", "63")]
    public async Task PressKey_NeverPressesTheHotKey_WhoeverHoldsControlAndShift()
    {
        const int F11 = 95;
        await display.RunAsync("setxkbmap", "us");
        using InputGate gate = Gate(out uint seq);
        await display.RunAsync("xdotool", "keydown", "ctrl", "keydown", "shift");
        gate.Apply(new KeyInput(seq, true, "F11", "F11", 0));
        Keyboard.KeysDown(display.Name).ShouldNotContain(F11);
        gate.Apply(new KeyInput(seq, false, "F11", "F11", 0));
        await display.RunAsync("xdotool", "keyup", "shift");
        gate.Apply(new KeyInput(seq, true, "F11", "F11", 0));
        await Shell.UntilAsync(() => Keyboard.KeysDown(display.Name).Contains(F11), "a key like any other");
        await display.RunAsync("xdotool", "keyup", "ctrl");
    }

    [Fact]
    [Trait("Abuse", "31")]
    public async Task End_ReleasesKeysAndButtonsWithin100Milliseconds()
    {
        await display.RunAsync("setxkbmap", "us");
        using InputGate gate = Gate(out uint seq);
        gate.Apply(new KeyInput(seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        gate.Apply(new KeyInput(seq, true, "ArrowDown", "ArrowDown", KeyModifiers.Shift));
        gate.Apply(new PointerInput(seq, 100, 100, PointerButtons.Left, 0, 0));
        await Shell.UntilAsync(() => Keyboard.KeysDown(display.Name).Count == 2, "two keys down");
        Keyboard.AnyButtonDown(display.Name).ShouldBeTrue();
        long start = Stopwatch.GetTimestamp();
        gate.End();
        Stopwatch.GetElapsedTime(start).TotalMilliseconds.ShouldBeLessThan(100);
        Keyboard.KeysDown(display.Name).ShouldBeEmpty();
        Keyboard.AnyButtonDown(display.Name).ShouldBeFalse();
    }

    private InputGate Gate(out uint seq)
    {
        var gate = new InputGate(new XTestInput(XConnection.TryOpen(display.Name)!, new OwnEvents()), new OwnWindows(), TimeProvider.System);
        gate.Resize(1280, 800);
        seq = gate.Change(Grants.View | Grants.Control)!.GrantSeq;
        return gate;
    }

    /// <summary>What a terminal program gets when this is typed: <c>cat</c> writes each line to a file.</summary>
    private async Task<string> TypedAsync(string line, Func<uint, KeyInput[]>? before = null)
    {
        string file = Path.Combine(Path.GetTempPath(), $"typed-{Guid.NewGuid():N}");
        using Process terminal = Shell.Start(
            display.Name, new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" },
            "xterm", "-u8", "-geometry", "80x24+0+0", "-e", $"touch {file}; cat > {file}");
        await Shell.UntilAsync(() => File.Exists(file), "the terminal");
        using InputGate gate = Gate(out uint seq);
        gate.Apply(new PointerInput(seq, 100, 100, 0, 0, 0));
        foreach (KeyInput key in before?.Invoke(seq) ?? [])
            gate.Apply(key);
        foreach (Rune character in line.EnumerateRunes())
            gate.Apply(new KeyInput(seq, true, "KeyA", character.ToString(), 0));
        gate.Apply(new KeyInput(seq, true, "Enter", "Enter", 0));
        gate.Apply(new KeyInput(seq, false, "Enter", "Enter", 0));
        string typed = await Shell.UntilAsync(
            () => Task.FromResult(File.ReadAllText(file) is { } text && text.EndsWith('\n') ? text : null), "a line in the file");
        terminal.Kill();
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.Delete(file);
        return typed.TrimEnd('\n');
    }
}
