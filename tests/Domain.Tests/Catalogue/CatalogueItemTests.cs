using ServiceDesk.Domain.Catalogue;

namespace ServiceDesk.Domain.Tests.Catalogue;

public sealed class CatalogueItemTests
{
    [Fact]
    public void Create_KeepsNameAndCategory_WhenBothAreGiven()
    {
        CatalogueItem item = CatalogueItem.Create(" VPN client ", "Network\naccess");

        item.Name.ShouldBe("VPN client");
        item.Category.ShouldBe("Network access");
    }

    [Fact]
    public void Create_BreaksNameRequired_WhenItIsEmpty() => ((Action)(() => CatalogueItem.Create("", "Network"))).ShouldBreak("catalogue.name.required");

    [Fact]
    public void Create_BreaksCategoryRequired_WhenItIsEmpty() => ((Action)(() => CatalogueItem.Create("VPN", " "))).ShouldBreak("catalogue.category.required");

    [Fact]
    public void Create_BreaksLength_WhenOneIsTooLong()
    {
        ((Action)(() => CatalogueItem.Create(new string('x', 81), "Network"))).ShouldBreak("catalogue.name.length");
        ((Action)(() => CatalogueItem.Create("VPN", new string('x', 81)))).ShouldBreak("catalogue.category.length");
    }
}
