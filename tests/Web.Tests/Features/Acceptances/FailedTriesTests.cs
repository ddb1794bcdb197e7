using System.Net;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Web.Features.Acceptances;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

public sealed class FailedTriesTests
{
    private static readonly IPAddress Anna = IPAddress.Parse("192.0.2.7"), Paul = IPAddress.Parse("192.0.2.8");
    private readonly FakeTimeProvider _time = new();

    [Fact]
    [Trait("Abuse", "47")]
    public void WaitOf_IsTenMinutes_AfterFiveFailures()
    {
        FailedTries tries = Failed(Anna, 5);

        tries.WaitOf(Anna).ShouldBe(TimeSpan.FromMinutes(10));
        tries.WaitOf(Paul).ShouldBeNull();
    }

    [Fact]
    public void WaitOf_IsNothing_AfterFourFailures() => Failed(Anna, 4).WaitOf(Anna).ShouldBeNull();

    [Fact]
    public void WaitOf_IsNothing_WhenTheFirstFailureIsTenMinutesOld()
    {
        FailedTries tries = Failed(Anna, 1);
        _time.Advance(TimeSpan.FromMinutes(5));
        for (int i = 0; i < 4; i++) tries.Failed(Anna);
        tries.WaitOf(Anna).ShouldBe(TimeSpan.FromMinutes(5));
        _time.Advance(TimeSpan.FromMinutes(5));

        tries.WaitOf(Anna).ShouldBeNull();
    }

    [Fact]
    public void Forgive_ForgetsTheFailures()
    {
        FailedTries tries = Failed(Anna, 5);

        tries.Forgive(Anna);

        tries.WaitOf(Anna).ShouldBeNull();
    }

    [Fact]
    public void WaitOf_CountsAHouseholdOfIPv6AsOne()
    {
        FailedTries tries = Failed(IPAddress.Parse("2001:db8:1:2::1"), 5);

        tries.WaitOf(IPAddress.Parse("2001:db8:1:2:ffff::9")).ShouldNotBeNull();
        tries.WaitOf(IPAddress.Parse("2001:db8:1:3::1")).ShouldBeNull();
    }

    [Fact]
    public void WaitOf_IsTheSame_ForAnAddressSpeltAsIPv6() => Failed(Anna, 5).WaitOf(Anna.MapToIPv6()).ShouldNotBeNull();

    private FailedTries Failed(IPAddress address, int times)
    {
        var tries = new FailedTries(_time);
        for (int i = 0; i < times; i++) tries.Failed(address);
        return tries;
    }

    [Fact]
    public void ForgetOld_LetsGoOfTheAddress_WhenItsTenMinutesAreOver()
    {
        FailedTries tries = Failed(Anna, 1);
        _time.Advance(TimeSpan.FromMinutes(9));
        tries.ForgetOld();
        tries.Count.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(1));
        tries.ForgetOld();

        tries.Count.ShouldBe(0);
    }
}
