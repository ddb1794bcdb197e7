using CsCheck;

namespace ServiceDesk.RemoteSession.Tests.Screen;

/// <summary>What happens on screens: steps that change a picture.</summary>
internal static class Scenes
{
    private static readonly string[] Words = ["printer", "invoice", "the", "of", "error", "please", "restart", "Muenchen", "and", "0x80070005"];

    private static readonly Gen<Func<TestPicture, TestPicture>> Fill =
        Gen.Select(Gen.Int[-20, 260], Gen.Int[-20, 200], Gen.Int[1, 150], Gen.Int[1, 120], Gen.UInt[0, 0xFFFFFF])
            .Select<int, int, int, int, uint, Func<TestPicture, TestPicture>>((x, y, width, height, colour) => picture => picture.Fill(x, y, width, height, colour));

    private static readonly Gen<Func<TestPicture, TestPicture>> Text =
        Gen.Select(Gen.Int[-10, 200], Gen.Int[-10, 200], Gen.Int[0, 9].Array[1, 30], Gen.UInt[0, 0xFFFFFF])
            .Select<int, int, int[], uint, Func<TestPicture, TestPicture>>((x, y, words, ink) => picture =>
            {
                for (int i = 0; i < words.Length; i += 4)
                    picture.Text(x, y + (i * 5), string.Join(' ', words.Skip(i).Take(4).Select(word => Words[word])), ink);
                return picture;
            });

    private static readonly Gen<Func<TestPicture, TestPicture>> Noise =
        Gen.Select(Gen.Int[-20, 200], Gen.Int[-20, 200], Gen.Int[1, 130], Gen.Int[1, 130], Gen.UInt)
            .Select<int, int, int, int, uint, Func<TestPicture, TestPicture>>((x, y, width, height, seed) => picture => picture.Noise(x, y, width, height, seed));

    private static readonly Gen<Func<TestPicture, TestPicture>> Move =
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[30, 250], Gen.Int[30, 200], Gen.Int[-40, 40], Gen.Int[-40, 40])
            .Select<int, int, int, int, int, int, Func<TestPicture, TestPicture>>((x, y, width, height, byX, byY) => picture => picture.Move(x, y, width, height, x + byX, y + byY));

    private static readonly Gen<Func<TestPicture, TestPicture>> Scroll =
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[60, 260], Gen.Int[60, 200], Gen.Int[-30, 30])
            .Select<int, int, int, int, int, Func<TestPicture, TestPicture>>((x, y, width, height, by) => picture => picture.Move(x, y, width, height, x, y + by));

    private static readonly Gen<Func<TestPicture, TestPicture>> Photo =
        Gen.Select(Gen.Int[-20, 150], Gen.Int[-20, 150], Gen.Int[32, 200], Gen.Int[32, 200], Gen.Int[0, 20])
            .Select<int, int, int, int, int, Func<TestPicture, TestPicture>>((x, y, width, height, number) => picture => picture.Photo(x, y, width, height, number));

    private static readonly Gen<Func<TestPicture, TestPicture>> Noisy =
        Gen.Const<Func<TestPicture, TestPicture>>(picture => picture.ChangeFourthBytes());

    /// <summary>Sizes of small desktops.</summary>
    public static Gen<(int Width, int Height)> Sizes { get; } = Gen.OneOf(TestPicture.Sizes, Gen.Select(Gen.Int[64, 300], Gen.Int[64, 260]));

    /// <summary>One change of any kind.</summary>
    public static Gen<Func<TestPicture, TestPicture>> Steps { get; } = Gen.OneOf(Fill, Text, Text, Noise, Move, Scroll, Scroll, Noisy);

    /// <summary>One change, most likely a photo.</summary>
    public static Gen<Func<TestPicture, TestPicture>> Photos { get; } = Gen.OneOf(Photo, Photo, Photo, Move, Scroll, Text, Fill);
}
