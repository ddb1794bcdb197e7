using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using CsCheck;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.RemoteSession.Tests.Wire;

public class WireMessageTests
{
    public static TheoryData<int> MessageVectors => [.. Enumerable.Range(0, WireVectors.Messages.Count())];

    public static TheoryData<int> MalformedVectors => [.. Enumerable.Range(0, WireVectors.Malformed.Count())];

    [Theory]
    [MemberData(nameof(MessageVectors))]
    public void Write_GivesTheVector_WhenFieldsAreTheVectors(int index)
    {
        JsonElement vector = WireVectors.Messages.ElementAt(index);
        Written(FromFields(vector)).ShouldBe(vector.Bytes("hex"));
    }

    [Theory]
    [MemberData(nameof(MessageVectors))]
    public void Read_GivesTheFields_WhenBytesAreTheVectors(int index)
    {
        JsonElement vector = WireVectors.Messages.ElementAt(index);
        ShouldBeSame(Read(vector.Text("direction"), vector.Bytes("hex")), FromFields(vector));
    }

    [Theory]
    [MemberData(nameof(MessageVectors))]
    public void Read_Throws_WhenFixedLengthBodyIsCutOrLengthened(int index)
    {
        JsonElement vector = WireVectors.Messages.ElementAt(index);
        if (vector.Text("name") is "FrameUpdate" or "TextInput" or "CursorShape") return; // their last field is the rest
        byte[] plain = vector.Bytes("hex");
        string direction = vector.Text("direction");
        for (int length = 0; length < plain.Length; length++)
            Should.Throw<WireFormatException>(() => Read(direction, plain[..length]));
        Should.Throw<WireFormatException>(() => Read(direction, [.. plain, 0]));
    }

    [Theory]
    [MemberData(nameof(MalformedVectors))]
    public void Read_Throws_WhenVectorIsMalformed(int index)
    {
        JsonElement vector = WireVectors.Malformed.ElementAt(index);
        Should.Throw<WireFormatException>(() => Read(vector.Text("direction"), vector.Bytes("hex")));
    }

    [Fact]
    public void Read_ThrowsOnlyWireFormat_WhenBytesAreRandom() =>
        Gen.Select(Gen.Byte, Gen.Byte.Array[0, 80], Gen.Bool).Sample((type, body, fromAgent) =>
            IsTotal(fromAgent ? "a2c" : "c2a", [(byte)(type & 0x4F), .. body]));

    [Fact]
    public void Read_ThrowsOnlyWireFormat_WhenVectorIsMutated() =>
        Gen.Select(Gen.Int[0, WireVectors.Messages.Count() - 1], Gen.Int[0, 200], Gen.Byte).Sample((index, place, value) =>
        {
            JsonElement vector = WireVectors.Messages.ElementAt(index);
            byte[] plain = vector.Bytes("hex");
            plain[place % plain.Length] = value;
            return IsTotal(vector.Text("direction"), plain);
        });

    [Fact]
    public void CursorShape_UnpacksToItsPixels()
    {
        byte[] rgba = [.. Enumerable.Range(0, 3 * 2 * 4).Select(i => (byte)(i * 7))];
        using var unpacked = new MemoryStream();
        using (var inflate = new DeflateStream(new MemoryStream(CursorShape.Of(1, 3, 2, 0, 0, rgba).Packed.ToArray()), CompressionMode.Decompress))
            inflate.CopyTo(unpacked);

        unpacked.ToArray().ShouldBe(rgba);
        Should.Throw<ArgumentException>(() => CursorShape.Of(1, 3, 2, 0, 0, rgba.AsSpan(1)));
    }

    [Theory]
    [InlineData("a2c", WireLimits.FromAgent)]
    [InlineData("c2a", WireLimits.FromViewer)]
    public void Read_Throws_WhenMessageIsLongerThanTheLimit(string direction, int limit) =>
        Should.Throw<WireFormatException>(() => Read(direction, new byte[limit + 1])).Message.ShouldBe("message too long");

    [Fact]
    public void Write_Throws_WhenTextIsEmptyOrTooLong()
    {
        Should.Throw<ArgumentException>(() => Written(new TextInput(1, "")));
        Should.Throw<ArgumentException>(() => Written(new TextInput(1, new string('ä', 513))));
        Should.Throw<ArgumentException>(() => Written(new KeyInput(1, true, "Ä", "", KeyModifiers.None)));
    }

    private static bool IsTotal(string direction, byte[] plain)
    {
        try
        {
            Read(direction, plain);
        }
        catch (WireFormatException)
        {
            // The one refusal there may be.
        }

        return true;
    }

    private static IWireMessage Read(string direction, byte[] plain) =>
        direction == "a2c" ? WireMessage.ReadFromAgent(plain) : WireMessage.ReadFromViewer(plain);

    private static byte[] Written(IWireMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        message.Write(output);
        return output.WrittenSpan.ToArray();
    }

    private static void ShouldBeSame(IWireMessage read, IWireMessage expected)
    {
        if (read is FrameUpdate frame && expected is FrameUpdate other)
        {
            frame.Piece.ToArray().ShouldBe(other.Piece.ToArray());
            frame.Blobs.ToArray().ShouldBe(other.Blobs.ToArray());
            read = frame with { Piece = other.Piece, Blobs = other.Blobs };
        }

        if (read is CursorShape shape && expected is CursorShape same)
        {
            shape.Packed.ToArray().ShouldBe(same.Packed.ToArray());
            read = shape with { Packed = same.Packed };
        }

        read.ShouldBe(expected);
    }

    private static IWireMessage FromFields(JsonElement vector)
    {
        JsonElement fields = vector.GetProperty("fields");
        uint U32(string name) => fields.GetProperty(name).GetUInt32();
        ushort U16(string name) => fields.GetProperty(name).GetUInt16();
        byte U8(string name) => fields.GetProperty(name).GetByte();
        return vector.Text("name") switch
        {
            "FrameUpdate" => Frame(fields),
            "CursorPosition" => new CursorPosition(U16("x"), U16("y"), fields.GetProperty("visible").GetBoolean(), U16("shape")),
            "CursorShape" => new CursorShape(U16("id"), U8("width"), U8("height"), U8("hotX"), U8("hotY"), fields.Bytes("packed")),
            "PictureState" => new PictureState(fields.GetProperty("exact").GetBoolean(), (ScreenState)U8("state")),
            "GrantsChanged" => new GrantsChanged((Grants)U16("grants"), U32("grantSeq")),
            "Paused" => new Paused((PauseReason)U8("reason")),
            "End" => new End((SessionEndReason)U8("reason")),
            "Pong" => new Pong(U32("token")),
            "GrantDeclined" => new GrantDeclined((Grants)U16("grants")),
            "PointerInput" => new PointerInput(U32("grantSeq"), U16("x"), U16("y"), (PointerButtons)U8("buttons"), fields.GetProperty("wheelX").GetInt16(), fields.GetProperty("wheelY").GetInt16()),
            "KeyInput" => new KeyInput(U32("grantSeq"), fields.GetProperty("down").GetBoolean(), fields.Text("code"), fields.Text("key"), (KeyModifiers)U8("modifiers")),
            "TextInput" => new TextInput(U32("grantSeq"), fields.Text("text")),
            "KeysHeld" => new KeysHeld(U32("grantSeq")),
            "GrantRequest" => new GrantRequest((Grants)U16("grants")),
            "FrameAck" => new FrameAck(U32("frame")),
            "WholePictureRequest" => new WholePictureRequest(),
            "Ping" => new Ping(U32("token")),
            "ProblemFound" => new ProblemFound(),
            string name => throw new NotSupportedException($"The vectors have a message this end does not know: {name}"),
        };
    }

    private static FrameUpdate Frame(JsonElement fields) => new(
        fields.GetProperty("frame").GetUInt32(),
        (FrameFlags)fields.GetProperty("flags").GetByte(),
        fields.GetProperty("width").GetUInt16(),
        fields.GetProperty("height").GetUInt16(),
        fields.GetProperty("unpacked").GetInt32(),
        fields.Bytes("piece"),
        fields.Bytes("blobs"));
}
