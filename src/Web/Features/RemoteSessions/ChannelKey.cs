using System.Security.Cryptography;
using System.Text;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The key that turns a channel into what the database keeps: HMAC-SHA-256 over its nine ASCII digits, 32 bytes.</summary>
public sealed class ChannelKey
{
    private const int Length = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly byte[] _key;

    private ChannelKey(byte[] key) => _key = key;

    /// <summary>Reads the key, or makes one at the first start that only this account may read.</summary>
    /// <exception cref="InvalidDataException">The file is not a key: it is not replaced, because somebody should look.</exception>
    public static ChannelKey LoadOrCreate(string path)
    {
        if (!File.Exists(path)) Create(path);
        byte[] key = File.ReadAllBytes(path);
        return key.Length == Length ? new ChannelKey(key) : throw new InvalidDataException($"{path} does not hold {Length} bytes.");
    }

    public byte[] HashOf(Channel channel) => HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(channel.Digits));

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(RandomNumberGenerator.GetBytes(Length));
    }
}
