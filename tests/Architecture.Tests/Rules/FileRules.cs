using Mono.Cecil;
using ServiceDesk.Architecture.Tests.Compiled;

namespace ServiceDesk.Architecture.Tests.Rules;

/// <summary>The agent leaves nothing on the customer's machine: its own code creates, changes and removes no file.</summary>
internal static class FileRules
{
    private static readonly string[] FileTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.FileSystemInfo", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.RandomAccess", "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.IO.IsolatedStorage.IsolatedStorageFile",
    ];

    private static readonly string[] ReadingMembers = ["Read", "OpenRead", "OpenText", "Exists", "Get", "Enumerate", "ResolveLinkTarget"];

    // Of the C library, of GTK and its friends, and of Windows.
    private static readonly HashSet<string> WritingFunctions =
    [
        "open", "open64", "openat", "creat", "fopen", "fopen64", "mkdir", "mkstemp", "rename", "unlink", "remove", "symlink", "link",
        "g_file_set_contents", "g_mkdir_with_parents", "gdk_pixbuf_save", "cairo_surface_write_to_png",
        "CreateFile", "CreateFileA", "CreateFileW", "WriteFile", "MoveFileExW", "CopyFileW", "RegCreateKeyExW", "RegSetValueExW",
    ];

    public static bool IsFileType(string type) => FileTypes.Contains(type);

    public static IEnumerable<Use> Writes(IEnumerable<Use> uses) => uses.Where(use => use.Member.Length > 0 && Writes(use.Type, use.Member));

    public static IEnumerable<string> ForeignWrites(IEnumerable<TypeDefinition> types) =>
        from type in types.SelectMany(Uses.WithNested)
        from method in type.Methods
        where method.HasPInvokeInfo && WritingFunctions.Contains(method.PInvokeInfo.EntryPoint)
        select $"{type.FullName} imports {method.PInvokeInfo.EntryPoint}";

    private static bool Writes(string type, string member) => type switch
    {
        "System.IO.Path" => member == "GetTempFileName",
        "System.IO.StreamWriter" => member == ".ctor",
        _ when type.StartsWith("Microsoft.Win32.Registry", StringComparison.Ordinal) => true,
        _ => IsFileType(type) && !ReadingMembers.Any(start => member.StartsWith(start, StringComparison.Ordinal)),
    };
}
