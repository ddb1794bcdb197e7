namespace ServiceDesk.Architecture.Tests.Compiled;

/// <summary>That one place in compiled code uses a type, one of its members (else <paramref name="Member"/> is empty), or a text.</summary>
/// <param name="Where">The method or type that uses it.</param>
/// <param name="Assembly">The assembly the used type is referenced from.</param>
/// <param name="Type">Full name, nested types with a slash, generic arguments left off.</param>
internal readonly record struct Use(string Where, string Assembly, string Type, string Member)
{
    public bool IsBelow(string @namespace) => Type.StartsWith(@namespace + ".", StringComparison.Ordinal);

    public override string ToString() => $"{Where} uses {Type}{(Member.Length > 0 ? "::" + Member : "")}";
}
