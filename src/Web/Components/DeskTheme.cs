using MudBlazor;

namespace ServiceDesk.Web.Components;

/// <summary>Type, corners and shadows of the desk for MudBlazor. Its colours come from wwwroot/tokens.css by way of mud.css.</summary>
public static class DeskTheme
{
    private static readonly string[] Fonts = ["var(--font)"];

    public static MudTheme Mud { get; } = new()
    {
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.4286", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4286", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4286", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4286", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "400", LineHeight = "1.4286", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4286", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.4286", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.4286", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4286", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "0.8125rem", LineHeight = "1.3846", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontFamily = Fonts, FontSize = "0.8125rem", FontWeight = "600", LineHeight = "1.3846", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "48px", DrawerWidthLeft = "240px", DrawerWidthRight = "420px" },
        Shadows = new Shadow { Elevation = FlatUpTo(7) },
    };

    /// <summary>Surfaces in the page lie flat with a line round them; only what floats above it has a shadow.</summary>
    private static string[] FlatUpTo(int highestFlat) =>
        [.. Enumerable.Range(0, 26).Select(elevation => elevation <= highestFlat ? "none" : "0 8px 24px var(--shade)")];
}
