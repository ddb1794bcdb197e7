using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class ChannelKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("servicedesk-key-").FullName;

    private string File => Path.Combine(_folder, "keys", "channel.key");

    [Fact]
    public void LoadOrCreate_MakesAFileThatOnlyTheDeskMayRead()
    {
        ChannelKey.LoadOrCreate(File);

        new FileInfo(File).Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows()) System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void HashOf_IsTheSame_AfterARestart()
    {
        var channel = Channel.FromRandom(48291307);

        byte[] before = ChannelKey.LoadOrCreate(File).HashOf(channel);

        ChannelKey.LoadOrCreate(File).HashOf(channel).ShouldBe(before);
        before.Length.ShouldBe(32);
    }

    [Fact]
    public void HashOf_Differs_OnAnotherDesk()
    {
        var channel = Channel.FromRandom(48291307);

        ChannelKey.LoadOrCreate(File).HashOf(channel).ShouldNotBe(ChannelKey.LoadOrCreate(Path.Combine(_folder, "other.key")).HashOf(channel));
    }

    [Fact]
    public void LoadOrCreate_Refuses_WhatIsNotAKey()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "short");

        Should.Throw<InvalidDataException>(() => ChannelKey.LoadOrCreate(File));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
