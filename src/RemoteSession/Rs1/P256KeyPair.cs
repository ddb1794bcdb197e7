// NIST P-256.  private key 32 | point 65: 04 | X 32 | Y 32, nothing else | shared secret 32: X coordinate, big-endian
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC.Multiplier;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace ServiceDesk.Remote.Rs1;

/// <summary>
/// A key pair for one handshake or one resume. The curve comes from BouncyCastle, the same code under Windows, Wine and
/// Linux: Wine 8 has no ECDH that .NET could use. Its big numbers cannot be wiped, so a pair lives for seconds only.
/// </summary>
internal sealed class P256KeyPair
{
    public const int PointSize = 65;
    public const int SecretSize = 32;

    private const byte Uncompressed = 0x04;
    private static readonly X9ECParameters P256 = CustomNamedCurves.GetByName("P-256");

    private readonly BigInteger _private;
    private readonly byte[] _public;

    private P256KeyPair(BigInteger d)
    {
        _private = d;
        _public = new FixedPointCombMultiplier().Multiply(P256.G, d).Normalize().GetEncoded(compressed: false);
    }

    public ReadOnlySpan<byte> PublicKey => _public;

    public static P256KeyPair Create(RandomNumberGenerator random)
    {
        Span<byte> drawn = stackalloc byte[SecretSize];
        P256KeyPair? pair;
        do
        {
            random.GetBytes(drawn);
        }
        while (!TryFromPrivate(drawn, out pair)); // 1 in 2³² draws lies outside the group
        CryptographicOperations.ZeroMemory(drawn);
        return pair;
    }

    public static bool TryFromPrivate(ReadOnlySpan<byte> d, [NotNullWhen(true)] out P256KeyPair? pair)
    {
        var value = new BigInteger(1, d);
        bool inGroup = value.SignValue > 0 && value.CompareTo(P256.N) < 0;
        pair = inGroup ? new P256KeyPair(value) : null;
        return inGroup;
    }

    /// <summary>False when <paramref name="point"/> is not a point of the curve.</summary>
    public bool TryAgree(ReadOnlySpan<byte> point, Span<byte> secret)
    {
        if (point.Length != PointSize || point[0] != Uncompressed) return false;
        ECPoint other;
        try
        {
            other = P256.Curve.DecodePoint(point);
        }
        catch (ArgumentException)
        {
            return false; // a coordinate above the prime, or off the curve
        }

        // The cofactor is 1: a point of the curve is in the group, and its multiple is never infinite.
        other.Multiply(_private).Normalize().AffineXCoord.GetEncoded().CopyTo(secret);
        return true;
    }
}
