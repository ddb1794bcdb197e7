using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Remote.Wire.Samples;

namespace ServiceDesk.Architecture.Tests.Samples;

// Each of these breaks one rule on purpose: a rule that finds nothing here would find nothing anywhere.

internal static class ReadsTheClock
{
    public static long Now() => TimeProvider.System.GetTimestamp();
}

internal static class RollsDice
{
    public static Guid Next() => Guid.NewGuid();
}

internal static class WritesJson
{
    public static string Write(int number) => System.Text.Json.JsonSerializer.Serialize(number);
}

internal static class QueriesInTheDomain
{
    public static IQueryable<string> Unwatched(IQueryable<string> rows) => rows.AsNoTracking();
}

internal static class ReadsAFile
{
    public static string Read(string path) => File.ReadAllText(path);
}

internal static class WritesAFileInALambda
{
    public static Action<string> Write() => path => File.WriteAllText(path, "");
}

internal static class OpensAStream
{
    public static Stream Open(string path) => new FileStream(path, FileMode.Open);
}

internal static class ImportsAWriter
{
    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "creat")]
    internal static extern int Create(nint path, int mode);
}

internal static class LooksIntoTheWire
{
    public static async Task<int> Look()
    {
        await Task.Yield();
        return new List<FrameLike>().Count;
    }
}

internal static class LooksIntoTheWireByName
{
    public static Type? Look() => Type.GetType("ServiceDesk.Remote.Wire.Samples.FrameLike");
}

internal sealed class ComponentWithAQuery : ComponentBase
{
    public static async Task<int> Count(DbContext database) => await database.Set<string>().CountAsync();
}
