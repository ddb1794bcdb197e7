namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>Deals strips out to pages, one page at a time: a long document is never held as a whole.</summary>
public static class Pagination
{
    // What wants to stay together does so up to half a page; a longer run would leave more white than it saves.
    private const float LongestRun = PageFormat.BodyHeight / 2;

    /// <summary>At least one page.</summary>
    public static IEnumerable<Page> Pages(IEnumerable<IBlock> blocks)
    {
        var page = new Page();
        foreach (List<Strip> run in Runs(blocks.SelectMany(block => block.Strips())))
        {
            if (!page.HasRoomFor(run.Sum(strip => strip.Gap + strip.Height)))
            {
                yield return page;
                page = new Page();
            }

            foreach (Strip strip in run)
                page.Add(strip);
        }

        yield return page;
    }

    private static IEnumerable<List<Strip>> Runs(IEnumerable<Strip> strips)
    {
        List<Strip> run = [];
        float height = 0;
        foreach (Strip strip in strips)
        {
            run.Add(strip);
            height += strip.Gap + strip.Height;
            if (strip.KeepWithNext && height < LongestRun)
                continue;

            yield return run;
            run = [];
            height = 0;
        }

        if (run.Count > 0)
            yield return run;
    }
}
