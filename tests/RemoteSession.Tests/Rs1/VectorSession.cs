using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Rs1.Messages;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>
/// A whole session between two ends that draw what a vector says: its <c>in</c> is what goes in, <c>Run</c> gives
/// what comes out. tests/viewer/rs1-session.js is the same in JavaScript.
/// </summary>
internal sealed class VectorSession
{
    /// <summary>Above this a record is in the vectors as its hash.</summary>
    private const int LongestInFull = 400;

    private readonly FakeTimeProvider _time = new();
    private readonly JsonNode _in;
    private RecordCipher _agent = null!;
    private RecordCipher _viewer = null!;

    private VectorSession(JsonNode input) => _in = input;

    /// <summary>What the two ends say, given what they draw and want to say.</summary>
    public static JsonObject Run(JsonNode input) => new VectorSession(input).Run();

    /// <summary>A message as the vectors describe it: the type, then bytes that count up by seven.</summary>
    public static byte[] Message(JsonNode record)
    {
        byte[] plain = new byte[(int)record["length"]!];
        for (int i = 1; i < plain.Length; i++) plain[i] = (byte)((int)record["seed"]! + (7 * i));
        plain[0] = (byte)(int)record["type"]!;
        return plain;
    }

    private JsonObject Run()
    {
        var length = (NumberLength)(int)_in["digits"]!;
        JsonArray resumes = _in["resumes"]!.AsArray();
        Rs1Context context = Context(_in["context"]!);
        var agent = new HandshakeAgent(context, _time, Told(_in, resumes, "privA", "nA"), length);
        var viewer = new HandshakeViewer(context, (Grants)(int)_in["offered"]!, _time, Told(_in, resumes, "privC", "nC"), length);
        var said = new JsonObject { ["ctx"] = Hex(context.Bytes) };
        agent.TryBegin(out byte[] m1).ShouldBeTrue();
        byte[] m2 = Say(said, "M2", viewer.Receive(Say(said, "M1", m1)));
        byte[] m3 = Say(said, "M3", agent.Receive(m2));
        byte[] m4 = Say(said, "M4", viewer.Receive(m3));
        viewer.Receive(Say(said, "M5", agent.Receive(m4))).ShouldNotBeNull();
        said["number"] = viewer.Number!.Digits;
        agent.Enter(viewer.Number!.Digits).ShouldBe(NumberEntry.Right);

        var granted = (Grants)(int)_in["granted"]!;
        VerifiedAgent open = agent.Open(granted);
        Say(said, "M6", new M6(granted).Write());
        viewer.Receive(Say(said, "M6record", open.FirstRecord.ToArray())).ShouldNotBeNull();
        viewer.Line!.Granted.ShouldBe(granted);
        (_agent, _viewer) = (open.Records, viewer.Line.Records);
        said["records"] = Records(_in["records"]!);
        said["resumes"] = new JsonArray([.. resumes.Select(one => (JsonNode)Resume(one!, open.Resume, viewer.Line.Resume))]);
        return said;
    }

    private JsonObject Resume(JsonNode input, ResumeAgent agent, ResumeViewer viewer)
    {
        var said = new JsonObject();
        agent.LineLost();
        viewer.LineLost();
        agent.TryBegin(out byte[] r1).ShouldBeTrue();
        ResumedViewer answer = viewer.Answer(Say(said, "R1", r1)).ShouldNotBeNull();
        (_agent, _viewer) = (agent.Complete(Say(said, "R2", answer.Reply.ToArray())).ShouldNotBeNull(), answer.Records);
        said["records"] = Records(input["records"]!);
        return said;
    }

    private JsonArray Records(JsonNode input) => new([.. input.AsArray().Select(record => (JsonNode)Record(record!))]);

    private string Record(JsonNode input)
    {
        (RecordCipher sender, RecordCipher receiver) = (string?)input["from"] == "a2c" ? (_agent, _viewer) : (_viewer, _agent);
        bool update = input["update"] is not null;
        byte[] plain = update ? [] : Message(input);
        byte[] record = (update ? sender.SealKeyUpdate() : sender.Seal(plain)).ToArray();
        receiver.TryOpen(record, out ReadOnlyMemory<byte> opened).ShouldBeTrue();
        opened.Span.SequenceEqual(plain).ShouldBeTrue();
        return record.Length <= LongestInFull ? Hex(record) : $"{record.Length} {Hex(SHA256.HashData(record))}";
    }

    private static Rs1Context Context(JsonNode input) => new(
        new Guid(Bytes(input, "sessionId"), bigEndian: true), (string)input["origin"]!, (string)input["channel"]!,
        (string)input["consentVersion"]!, (string)input["locale"]!, Bytes(input, "consentHash"), (string)input["consultant"]!);

    private static ToldRandom Told(JsonNode first, JsonArray resumes, params string[] names) =>
        new([.. resumes.Prepend(first).SelectMany(one => names.Select(name => Bytes(one!, name)))]);

    private static byte[] Say(JsonObject said, string name, byte[]? bytes)
    {
        said[name] = Hex(bytes.ShouldNotBeNull());
        return bytes;
    }

    private static byte[] Bytes(JsonNode node, string name) => Convert.FromHexString((string)node[name]!);

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
