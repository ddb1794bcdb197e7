namespace ServiceDesk.Engine;

/// <summary>What happens on a desktop of 1920 × 1080, frame by frame.</summary>
internal static class Scenes
{
    private const int Width = 1920, Height = 1080;

    private static readonly string[] Words =
    [
        "invoice", "customer", "support", "the", "a", "of", "network", "printer", "driver", "update", "account", "password", "settings", "report", "and", "with",
        "for", "quarter", "balance", "server", "error", "code", "please", "restart", "review", "Muenchen", "order", "2024", "delivery", "in", "on", "system", "remote",
        "session", "monitor", "contract", "to", "is", "was", "item", "price", "total", "amount", "EUR", "tax", "license", "backup", "folder", "document", "meeting",
    ];

    /// <summary>A text of fixed width, 18 rows a line, in a window of 1400 × 900; three lines a frame.</summary>
    public static IEnumerable<Surface> Scroll()
    {
        var text = new Surface(1400, 4000);
        text.Fill(0, 0, 1400, 4000, 0xFFFFFF);
        var random = new Noise(2);
        for (int line = 0; line * 18 < 3980; line++)
            text.Write(8, (line * 18) + 2, $"{line:00000}  {Sentence(ref random, 60 + random.Next(80))}", line % 23 == 5 ? 0x1A4FA0u : 0x101010, 9);
        Surface desktop = Desktop();
        for (int frame = 0; frame < 50; frame++) yield return desktop.Copy().Draw(text, 260, 70, frame * 54, 900);
    }

    /// <summary>A photo of 800 × 600 goes round.</summary>
    public static IEnumerable<Surface> Drag()
    {
        Surface photo = Photo(800, 600, 7, 8), desktop = Desktop();
        for (int frame = 0; frame < 60; frame++)
        {
            double t = frame / 60.0;
            yield return desktop.Copy().Draw(photo, (int)(560 + (550 * Math.Sin(t * 1.1))), (int)(240 + (200 * Math.Sin((t * 1.7) + 1))));
        }
    }

    /// <summary>Three office programs in turn.</summary>
    public static IEnumerable<Surface> Switch()
    {
        Surface[] programs = [Sheet(), Letter(), Mail()];
        for (int frame = 0; frame < 9; frame++) yield return programs[frame % 3];
    }

    /// <summary>One letter after the other.</summary>
    public static IEnumerable<Surface> Typing()
    {
        Surface page = Letter();
        page.Fill(440, 700, 900, 300, 0xFFFFFF);
        var random = new Noise(3);
        for (int frame = 0; frame < 60; frame++)
        {
            page = page.Copy();
            page.Write(440 + (frame * 11), 702, ((char)('a' + random.Next(26))).ToString(), 0x101010, 11);
            yield return page;
        }
    }

    /// <summary>640 × 360, every pixel of which changes.</summary>
    public static IEnumerable<Surface> Video()
    {
        Surface desktop = Desktop();
        for (int frame = 0; frame < 25; frame++) yield return desktop.Copy().Draw(Photo(640, 360, frame, 4), 640, 360);
    }

    public static Surface Desktop()
    {
        var desktop = new Surface(Width, Height);
        for (int y = 0; y < Height; y += 4) desktop.Fill(0, y, Width, 4, (uint)(((0x50 + (y * 48 / Height)) << 8) | (0x60 + (y * 64 / Height))));
        for (int i = 0; i < 20; i++)
        {
            int x = 30 + (i / 8 * 110), y = 40 + (i % 8 * 110);
            desktop.Fill(x, y, 48, 40, 0xF0C040).Fill(x + 6, y + 8, 36, 24, 0x405070).Write(x - 10, y + 48, $"{Words[i * 2]} {i}", 0xFFFFFF);
        }

        return desktop.Fill(0, Height - 40, Width, 40, 0x1C2733);
    }

    public static Surface Photo(int width, int height, int number, int grain)
    {
        var photo = new Surface(width, height);
        var random = new Noise((uint)number + 1);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int g = random.Next((2 * grain) + 1) - grain;
                double a = (127 * Wave((x * 3) + (number * 9))) + (127 * Wave((y * 4) - (number * 7))) + (127 * Wave(((x + y) * 2) + (number * 5)));
                double b = (127 * Wave(((x - y) * 2) + (number * 6))) + (127 * Wave((x * y / 160) + (number * 4)));
                photo[x, y] = (Level(128 + (a / 4) + g) << 16) | (Level(128 + (b / 3) + g) << 8) | Level(128 + ((a - b) / 6) + g);
            }
        }

        return photo;
    }

    private static Surface Sheet()
    {
        Surface sheet = Program(0x217346);
        sheet.Fill(0, 131, Width, Height - 159, 0xFFFFFF);
        var random = new Noise(4);
        for (int row = 0; row < 40; row++)
        {
            int y = 150 + (row * 22);
            sheet.Fill(0, y + 6, Width, 1, 0xD4D4D4);
            for (int column = 0; column < 20; column++)
            {
                sheet.Fill(column * 96, 131, 1, Height - 159, 0xD4D4D4);
                string cell = column == 0 ? $"{row + 1}" : column < 4 ? Words[random.Next(40)] : $"{random.Next(99999)}.{random.Next(100):00}";
                sheet.Write((column * 96) + 6, y - 10, cell, random.Next(9) == 0 ? 0xB02020u : 0x101010);
            }
        }

        return sheet;
    }

    private static Surface Letter()
    {
        Surface letter = Program(0x2B579A);
        letter.Fill(0, 131, Width, Height - 159, 0xC8C8C8).Fill(360, 150, 1200, Height - 178, 0xFFFFFF);
        var random = new Noise(5);
        for (int row = 0; row < 38; row++)
            if (row % 9 != 8) letter.Write(440, 240 + (row * 21), Sentence(ref random, row % 9 == 7 ? 50 : 120), 0x101010);
        return letter;
    }

    private static Surface Mail()
    {
        Surface mail = Program(0x5B2D8A);
        mail.Fill(0, 131, 300, Height - 159, 0xFAFAFA).Fill(300, 131, Width - 300, Height - 159, 0xFFFFFF);
        var random = new Noise(6);
        for (int i = 0; i < 26; i++) mail.Write(30 + (i % 3 * 14), 150 + (i * 30), $"{Words[i * 7 % 50]} ({random.Next(90)})", 0x101010);
        for (int i = 0; i < 15; i++)
        {
            int y = 140 + (i * 60);
            mail.Fill(300, y - 8, 560, 58, i == 3 ? 0xCFE3FFu : 0xFFFFFF).Fill(300, y + 50, 560, 1, 0xDDDDDD);
            mail.Write(316, y, Sentence(ref random, 30), 0x101010);
            mail.Write(316, y + 20, Sentence(ref random, 60), 0x666666);
        }

        for (int row = 0; row < 34; row++) mail.Write(890, 220 + (row * 23), Sentence(ref random, 100), 0x101010, row % 11 == 3 ? 9 : 0);
        return mail;
    }

    private static Surface Program(uint bar)
    {
        var program = new Surface(Width, Height);
        program.Fill(0, 0, Width, Height, 0xF3F3F3).Fill(0, 0, Width, 36, bar).Fill(0, 66, Width, 64, 0xE2E2E2).Fill(0, 130, Width, 1, 0xBBBBBB);
        program.Write(420, 12, "Support agreement and terms of delivery", 0xFFFFFF);
        var random = new Noise(bar);
        for (int i = 0; i < 9; i++) program.Write(16 + (i * 70), 44, Words[i * 3], 0x101010);
        for (int i = 0; i < 44; i++)
            program.Fill(12 + (i * 42), 74, 32, 32, 0xD0D0D0).Fill(16 + (i * 42), 78, 24, 24, 0x305080 + (uint)random.Next(0x404040)).Fill(22 + (i * 42), 84, 8 + random.Next(8), 4, 0xFFFFFF);
        return program;
    }

    private static string Sentence(ref Noise random, int length)
    {
        string sentence = "";
        while (sentence.Length < length) sentence += Words[random.Next(Words.Length)] + " ";
        return sentence[..length];
    }

    private static double Wave(int place) => Math.Sin(place * 2 * Math.PI / 1024);

    private static uint Level(double value) => (uint)Math.Clamp(value, 0, 255);
}
