using System.Reflection;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Relay;

public class RelayBlindnessTests
{
    [Fact]
    public void Relay_NamesNoWireType_WhenItsMembersAreListed()
    {
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        string relay = typeof(RelayRooms).Namespace!, wire = typeof(WireMessage).Namespace!;
        IEnumerable<string> named =
            from type in typeof(RelayRooms).Assembly.GetTypes()
            where type.Namespace == relay
            from used in type.GetFields(All).Select(field => field.FieldType)
                .Concat(type.GetMethods(All).Select(method => method.ReturnType))
                .Concat(type.GetMethods(All).SelectMany(Used))
                .Concat(type.GetConstructors(All).SelectMany(Used))
            where used.Namespace is { } space && (space == wire || space.StartsWith(wire + ".", StringComparison.Ordinal))
            select $"{type} uses {used}";
        named.ShouldBeEmpty();
    }

    private static IEnumerable<Type> Used(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
}
