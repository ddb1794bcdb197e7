using Microsoft.AspNetCore.Components;
using Mono.Cecil;
using ServiceDesk.Architecture.Tests.Compiled;
using ServiceDesk.Architecture.Tests.Rules;

namespace ServiceDesk.Architecture.Tests;

public sealed class ShapeTests
{
    private static IEnumerable<TypeDefinition> Product => Assemblies.OfTheProduct.SelectMany(module => module.Types);

    [Fact]
    public void UseCasesAndQueries_AreSealed() => ShapeRules.UnsealedUseCases(Assemblies.Web.Types).ShouldBeEmpty();

    [Fact]
    public void UseCases_NeedFiveThingsAtMost() => ShapeRules.CrowdedUseCases(Assemblies.Web.Types).ShouldBeEmpty();

    [Fact]
    public void Methods_AreNeverAsyncVoid() => ShapeRules.AsyncVoid(Product).ShouldBeEmpty();

    [Fact]
    public void Types_SayWhatTheyAreFor() => ShapeRules.VagueNames(Product).ShouldBeEmpty();

    [Fact]
    public void Components_HoldNoQuery() => Components().SelectMany(CodeRules.StorageInComponent).ShouldBeEmpty();

    [Fact]
    public void UnsealedUseCase_IsFound()
    {
        ShapeRules.UnsealedUseCases([Assemblies.Sample(typeof(Samples.OpenSomething)), Assemblies.Sample(typeof(Samples.SomethingQueries))]).Count().ShouldBe(2);
        ShapeRules.UnsealedUseCases([Assemblies.Sample(typeof(Samples.CloseSomething))]).ShouldBeEmpty();
    }

    [Fact]
    public void CrowdedUseCase_IsFound() => ShapeRules.CrowdedUseCases([Assemblies.Sample(typeof(Samples.OpenWithTooMuch))]).ShouldHaveSingleItem();

    [Fact]
    public void AsyncVoid_IsFound_InALambda() => ShapeRules.AsyncVoid([Assemblies.Sample(typeof(Samples.FiresAndForgets))]).ShouldHaveSingleItem();

    [Fact]
    public void VagueName_IsFound() => ShapeRules.VagueNames([Assemblies.Sample(typeof(Samples.TicketManager))]).ShouldHaveSingleItem();

    [Fact]
    public void QueryInAComponent_IsFound() => CodeRules.StorageInComponent(Assemblies.Sample(typeof(Samples.ComponentWithAQuery))).ShouldNotBeEmpty();

    private static IEnumerable<TypeDefinition> Components() => System.Reflection.Assembly.Load("ServiceDesk.Web").GetTypes()
        .Where(type => typeof(IComponent).IsAssignableFrom(type) && !type.IsNested)
        .Select(type => Assemblies.Web.GetType(type.FullName));
}
