namespace ServiceDesk.Web.Features.Demo;

/// <summary>Invented callers. The numbers are of the ranges that are kept free for stories.</summary>
internal static class DemoCallers
{
    public static readonly (string Name, string? Phone, string? Mail)[] All =
    [
        ("Anna Berg", "+49 89 90050 204", "anna.berg@uni.example"),
        ("Paul Ott", "+49 89 90050 117", "paul.ott@uni.example"),
        ("Prof. Dr. Ingrid Müller-Lüdenscheidt", "+49 89 90050 800", "i.mueller@uni.example"),
        ("Yusuf Kaya", "+49 151 1234 5678", "yusuf.kaya@stud.uni.example"),
        ("Maria Gómez", "+49 89 90050 433", "m.gomez@uni.example"),
        ("Jonas Weiß", null, "jonas.weiss@stud.uni.example"),
        ("Sekretariat Physik", "+49 89 90050 310", null),
        ("Chen Li", "+49 151 9876 5432", "chen.li@stud.uni.example"),
        ("Klara Østergaard", "+49 89 90050 555", "klara.oestergaard@uni.example"),
    ];
}
