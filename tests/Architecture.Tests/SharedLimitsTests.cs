using System.Text.RegularExpressions;
using ServiceDesk.Architecture.Tests.Sources;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.Architecture.Tests;

/// <summary>What the desk's record and the relay allow is what agent and viewer do: the domain knows neither, so nothing else holds the numbers together.</summary>
public sealed class SharedLimitsTests
{
    private static readonly TimeSpan WayToTheDesk = TimeSpan.FromSeconds(5);

    [Fact]
    public void WrongNumbers_AreAsManyAsMayBeTyped() => RemoteSession.MostWrongNumbers.ShouldBe(Rs1Limits.Typings);

    [Fact]
    public void LostLines_AreAsManyAsMayBeReplaced() => ((uint)RemoteSession.MostLostLines).ShouldBe(Rs1Limits.Resumes);

    [Fact]
    public void LostLine_MayBeAwayAsLongAsItIsLookedForAndToldOf() => RemoteSession.LineMayBeAway.ShouldBe(Rs1Limits.Resume + WayToTheDesk);

    [Fact]
    public void Viewer_KeepsTheAgentsBounds()
    {
        string limits = Repository.Files.Single(file => file.Path == "src/Web/wwwroot/viewer/rs1/limits.js").Text;
        (string Name, double Value)[] bounds =
        [
            ("HANDSHAKES", Rs1Limits.Handshakes), ("HANDSHAKE_MS", Rs1Limits.Handshake.TotalMilliseconds), ("NUMBER_MS", Rs1Limits.Number.TotalMilliseconds),
            ("RESUMES", Rs1Limits.Resumes), ("RESUME_MS", Rs1Limits.Resume.TotalMilliseconds), ("EPOCH_MS", Rs1Limits.EpochAge.TotalMilliseconds),
        ];
        foreach ((string name, double value) in bounds)
            Regex.Match(limits, $"export const {name} = ([0-9_]+);").Groups[1].Value.Replace("_", "", StringComparison.Ordinal).ShouldBe($"{value}", name);
    }

    [Fact]
    public void Relay_LetsASessionLastAsLongAsTheAgent() => new RelayLimits().Session.ShouldBe(Rs1Limits.Session);
}
