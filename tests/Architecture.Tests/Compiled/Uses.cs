using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ServiceDesk.Architecture.Tests.Compiled;

/// <summary>Everything that compiled code mentions: in signatures, attributes and instructions, lambdas and state machines included.</summary>
internal static class Uses
{
    /// <summary>The assembly name that a text in the code is given, as type names may hide in texts.</summary>
    public const string Text = "(text)";

    public static IEnumerable<Use> Of(ModuleDefinition module) => module.Types.SelectMany(Of);

    public static IEnumerable<Use> Of(TypeDefinition type) =>
        Signature(type)
            .Concat(type.Methods.SelectMany(OfMethod))
            .Concat(type.NestedTypes.SelectMany(Of))
            .Distinct();

    public static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<Use> Signature(TypeDefinition type)
    {
        List<TypeReference?> mentioned = [type.BaseType];
        mentioned.AddRange(type.Interfaces.Select(one => one.InterfaceType));
        mentioned.AddRange(type.Fields.Select(field => field.FieldType));
        mentioned.AddRange(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(one => one.ConstraintType));
        IEnumerable<CustomAttribute> attributes = type.CustomAttributes
            .Concat(type.Fields.SelectMany(field => field.CustomAttributes))
            .Concat(type.Properties.SelectMany(property => property.CustomAttributes));
        return mentioned.SelectMany(one => Types(type.FullName, one)).Concat(attributes.SelectMany(one => OfAttribute(type.FullName, one)));
    }

    private static IEnumerable<Use> OfMethod(MethodDefinition method)
    {
        string where = $"{method.DeclaringType.FullName}::{method.Name}";
        List<TypeReference?> mentioned = [method.ReturnType];
        mentioned.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
        mentioned.AddRange(method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(one => one.ConstraintType));
        IEnumerable<Use> uses = mentioned.SelectMany(one => Types(where, one))
            .Concat(method.CustomAttributes.SelectMany(one => OfAttribute(where, one)));
        if (!method.HasBody)
        {
            return uses;
        }

        return uses
            .Concat(method.Body.Variables.SelectMany(variable => Types(where, variable.VariableType)))
            .Concat(method.Body.ExceptionHandlers.SelectMany(handler => Types(where, handler.CatchType)))
            .Concat(method.Body.Instructions.SelectMany(instruction => OfInstruction(where, instruction)));
    }

    private static IEnumerable<Use> OfInstruction(string where, Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => Types(where, type),
        MethodReference method => Member(where, method, method.Name)
            .Concat(Types(where, method.ReturnType))
            .Concat(method.Parameters.SelectMany(parameter => Types(where, parameter.ParameterType)))
            .Concat(method is GenericInstanceMethod generic ? generic.GenericArguments.SelectMany(one => Types(where, one)) : []),
        FieldReference field => Member(where, field, field.Name).Concat(Types(where, field.FieldType)),
        string text => [new Use(where, Text, text, "")],
        _ => [],
    };

    private static IEnumerable<Use> Member(string where, MemberReference member, string name) =>
        Types(where, member.DeclaringType).Select((use, index) => index == 0 ? use with { Member = name } : use);

    private static IEnumerable<Use> OfAttribute(string where, CustomAttribute attribute) =>
        Types(where, attribute.AttributeType)
            .Concat(attribute.ConstructorArguments.Select(one => one.Value).OfType<TypeReference>().SelectMany(one => Types(where, one)));

    // The first is the type itself; its generic arguments follow.
    private static IEnumerable<Use> Types(string where, TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => Types(where, generic.ElementType).Concat(generic.GenericArguments.SelectMany(one => Types(where, one))),
        FunctionPointerType pointer => Types(where, pointer.ReturnType).Concat(pointer.Parameters.SelectMany(one => Types(where, one.ParameterType))),
        IModifierType modified => Types(where, modified.ElementType).Concat(Types(where, modified.ModifierType)),
        TypeSpecification wrapped => Types(where, wrapped.ElementType),
        _ => [new Use(where, AssemblyOf(type), type.FullName, "")],
    };

    private static string AssemblyOf(TypeReference type) => type.Scope switch
    {
        AssemblyNameReference reference => reference.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        _ => type.Scope.Name,
    };
}
