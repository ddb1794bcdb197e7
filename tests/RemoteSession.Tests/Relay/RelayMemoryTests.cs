using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

/// <summary>What the relay takes for itself. Alone, because the count is of the whole process.</summary>
[Collection(nameof(Alone))]
public class RelayMemoryTests
{
    private readonly RelayRig _rig = new();

    [Fact]
    [Trait("Abuse", "3")]
    public async Task Run_ClosesWithTooBigAndKeepsMemoryFlat_WhenHeaderSaysFourGigabytes()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        byte[] header = [0x82, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]; // final, binary, masked with zero, 2^32 bytes
        byte[] content = new byte[(64 * 1024) + 30];
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await viewer.Line.WriteAsync(header, TestContext.Current.CancellationToken);
        await viewer.Line.WriteAsync(content, TestContext.Current.CancellationToken);
        (await viewer.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.TooBig);
        (await agent.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.LineLost);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(1024 * 1024);
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
