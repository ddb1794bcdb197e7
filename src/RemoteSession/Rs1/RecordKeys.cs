// record = hdr 13 | ciphertext | tag 16     hdr = 40 | epoch u32 | seq u64     key 32, iv 12, nonce = iv XOR (00000000 | seq)
// aad = "rs1 rec" | direction u8 | hdr
// key = HKDF(s, "", "rs1 key", 32)     iv = HKDF(s, "", "rs1 iv", 12)     next epoch's s = HKDF(s, "", "rs1 next", 32)
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ServiceDesk.Remote.Rs1;

/// <summary>One direction: the keys of the current epoch and the number of the next record. A number is never used twice.</summary>
internal sealed class RecordKeys : IDisposable
{
    public const int HeaderSize = 13;
    public const int TagSize = 16;
    public const int Overhead = HeaderSize + TagSize;

    private const byte RecordMark = 0x40;
    private const int IvSize = 12;
    private const int SequenceAt = 5;

    private readonly TimeProvider _time;
    private readonly byte[] _header = new byte[HeaderSize];
    private readonly byte[] _aad;
    private readonly byte[] _nonce = new byte[IvSize];
    private byte[] _secret;
    private byte[] _iv;
    private AesGcm _cipher;
    private long _since;

    public RecordKeys(RecordDirection direction, ReadOnlySpan<byte> secret, TimeProvider time)
    {
        _time = time;
        _secret = secret.ToArray();
        _aad = [.. "rs1 rec"u8, (byte)direction, .. _header];
        _header[0] = RecordMark;
        Begin();
    }

    public uint Epoch { get; private set; }

    /// <summary>The next record's number, and so the records of this epoch so far.</summary>
    public ulong Sequence { get; private set; }

    public bool IsFull => Sequence >= Rs1Limits.EpochRecords;

    /// <summary>An epoch in which nothing was sent needs no successor.</summary>
    public bool IsOld => IsFull || (Sequence > 0 && _time.GetElapsedTime(_since) >= Rs1Limits.EpochAge);

    public void Seal(ReadOnlySpan<byte> padded, Span<byte> record)
    {
        Number();
        _header.CopyTo(record);
        _cipher.Encrypt(_nonce, padded, record[HeaderSize..^TagSize], record[^TagSize..], _aad);
        Sequence = checked(Sequence + 1);
    }

    /// <summary>False when the record is not exactly the one that is due.</summary>
    public bool TryOpen(ReadOnlySpan<byte> record, Span<byte> padded)
    {
        Number();
        if (!record[..HeaderSize].SequenceEqual(_header)) return false;
        try
        {
            _cipher.Decrypt(_nonce, record[HeaderSize..^TagSize], record[^TagSize..], padded, _aad);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        Sequence = checked(Sequence + 1);
        return true;
    }

    /// <summary>Begins the next epoch; the last one's keys are gone.</summary>
    public void Advance()
    {
        byte[] next = KeySchedule.Derive(_secret, [], "next", KeySchedule.SecretSize);
        Dispose();
        _secret = next;
        Epoch = checked(Epoch + 1);
        Sequence = 0;
        Begin();
    }

    public void Dispose()
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_secret);
        CryptographicOperations.ZeroMemory(_iv);
        CryptographicOperations.ZeroMemory(_nonce);
    }

    [MemberNotNull(nameof(_cipher), nameof(_iv))]
    private void Begin()
    {
        byte[] key = KeySchedule.Derive(_secret, [], "key", KeySchedule.SecretSize);
        _cipher = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
        _iv = KeySchedule.Derive(_secret, [], "iv", IvSize);
        _since = _time.GetTimestamp();
        BinaryPrimitives.WriteUInt32BigEndian(_header.AsSpan(1), Epoch);
    }

    private void Number()
    {
        BinaryPrimitives.WriteUInt64BigEndian(_header.AsSpan(SequenceAt), Sequence);
        _header.CopyTo(_aad.AsSpan(_aad.Length - HeaderSize));
        _iv.CopyTo(_nonce.AsSpan());
        for (int i = 0; i < sizeof(ulong); i++)
            _nonce[IvSize - sizeof(ulong) + i] ^= _header[SequenceAt + i];
    }
}
