namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>A4 upright, in points (1/72 inch), y growing downwards. Side margins as in DIN 5008: 25 mm to file it, 20 mm.</summary>
public static class PageFormat
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Left = 71;
    public const float Right = Width - 57;
    public const float HeaderTop = 34;
    public const float BodyTop = 70;
    public const float BodyBottom = Height - 68;
    public const float FooterTop = Height - 52;
    public const float BodyWidth = Right - Left;
    public const float BodyHeight = BodyBottom - BodyTop;
}
