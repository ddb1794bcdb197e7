namespace ServiceDesk.CustomerAgent.Native;

/// <summary>One program's connection as others see it: the numbers of all windows it ever makes share their upper bits.</summary>
internal readonly unsafe record struct XClient(nuint Base, nuint Mask)
{
    // The part of Xlib's Display that is in Xlib.h: three pointers' worth of bookkeeping, four ints, vendor, then these two.
    private const int BaseOffset = 40, MaskOffset = 48;

    public static XClient Of(nint display) => new(*(nuint*)(display + BaseOffset), *(nuint*)(display + MaskOffset));

    public bool Made(nuint window) => Base != 0 && (window & ~Mask) == Base;
}
