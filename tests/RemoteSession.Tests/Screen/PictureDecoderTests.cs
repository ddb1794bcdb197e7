using System.Security.Cryptography;
using System.Text.Json;
using CsCheck;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;
using ServiceDesk.RemoteSession.Tests.Screen.Decoding;
using ServiceDesk.RemoteSession.Tests.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class PictureDecoderTests
{
    private const int MaxPixels = 1280 * 1024;

    public static TheoryData<string> Sequences => [.. ScreenVectors.Sequences.Select(vector => vector.Text("name"))];

    public static TheoryData<string> Malformed => [.. ScreenVectors.Malformed.Select(vector => vector.Text("name"))];

    [Theory]
    [MemberData(nameof(Sequences))]
    public void Apply_GivesThePictures_WhenSequenceIsTheVectors(string name)
    {
        using var decoder = new PictureDecoder(MaxPixels);
        foreach (JsonElement message in ScreenVectors.Sequences.Single(vector => vector.Text("name") == name).GetProperty("messages").EnumerateArray())
        {
            bool isWhole = message.TryGetProperty("sha256", out JsonElement hash);
            decoder.Apply(Read(message.Bytes("hex"))).ShouldBe(isWhole);
            if (isWhole) Convert.ToHexStringLower(SHA256.HashData(decoder.Rgb)).ShouldBe(hash.GetString());
        }
    }

    [Theory]
    [Trait("Abuse", "36")]
    [MemberData(nameof(Malformed))]
    public void Apply_ThrowsTheNamedError_WhenSequenceIsMalformed(string name)
    {
        JsonElement vector = ScreenVectors.Malformed.Single(vector => vector.Text("name") == name);
        byte[][] messages = [.. vector.GetProperty("messages").EnumerateArray().Select(message => Convert.FromHexString(message.GetString()!))];
        using var decoder = new PictureDecoder(MaxPixels);
        foreach (byte[] good in messages[..^1]) decoder.Apply(Read(good));
        Should.Throw<WireFormatException>(() => decoder.Apply(Read(messages[^1]))).Message.ShouldBe(vector.Text("why"));
    }

    [Fact]
    [Trait("Abuse", "36")]
    public void Apply_ThrowsOnlyWireFormat_WhenSequenceIsMutated()
    {
        byte[][][] sequences = [.. ScreenVectors.Sequences.Select(vector =>
            vector.GetProperty("messages").EnumerateArray().Select(message => message.Bytes("hex")).ToArray()).Where(messages => messages.All(hex => hex.Length < 4000))];
        Gen.Select(Gen.Int[0, sequences.Length - 1], Gen.Select(Gen.Int[0, 9999], Gen.Byte).Array[1, 4]).Sample((sequence, changes) =>
        {
            byte[][] messages = [.. sequences[sequence].Select(message => (byte[])message.Clone())];
            foreach ((int place, byte value) in changes)
            {
                byte[] message = messages[place % messages.Length];
                message[place / messages.Length % message.Length] = value;
            }

            return IsTotal(messages);
        }, iter: 2000);
    }

    [Fact]
    [Trait("Abuse", "36")]
    public void Apply_ThrowsOnlyWireFormat_WhenScriptIsRandom() =>
        Gen.Select(ScriptGen.Operations, Gen.Byte.Array[0, 40]).Sample((operations, blobs) =>
            IsTotal([Scripts.Message([.. operations.SelectMany(bytes => bytes)], blobs, 130, 70)]), iter: 3000);

    [Fact]
    [Trait("Abuse", "36")]
    public void Apply_Throws_WhenPictureIsLargerThanAllowed()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var decoder = new PictureDecoder(MaxPixels);
        Should.Throw<WireFormatException>(() => decoder.Apply(new FrameUpdate(1, FrameFlags.All, 8192, 8192, 0, default, default)));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(6 * 1024 * 1024); // the history's 4 MiB are always there
    }

    private static bool IsTotal(byte[][] messages)
    {
        using var decoder = new PictureDecoder(MaxPixels);
        try
        {
            foreach (byte[] message in messages)
                if (WireMessage.ReadFromAgent(message) is FrameUpdate frame) decoder.Apply(frame);
        }
        catch (WireFormatException)
        {
            // The one refusal there may be.
        }

        return decoder.Width * decoder.Height <= MaxPixels;
    }

    private static FrameUpdate Read(byte[] plain) => (FrameUpdate)WireMessage.ReadFromAgent(plain);
}
