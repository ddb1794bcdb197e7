namespace ServiceDesk.Domain.Catalogue;

/// <summary>A service that the desk may install or configure. What is not in the catalogue is out of scope.</summary>
public sealed class CatalogueItem
{
    private CatalogueItem()
    {
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Category { get; private set; } = "";

    public static CatalogueItem Create(string name, string category) => new()
    {
        Name = Text.Required(Text.OneLine(name), 80, "catalogue.name"),
        Category = Text.Required(Text.OneLine(category), 80, "catalogue.category"),
    };
}
