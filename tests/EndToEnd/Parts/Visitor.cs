using Microsoft.Playwright;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>
/// A person at a browser. Whatever a page loads from elsewhere is refused and noted, and so are errors in its scripts and answers of 500 and above.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _origin;
    private readonly List<string> _problems = [];

    private Visitor(IBrowserContext context, Uri origin, IPage page)
    {
        _context = context;
        _origin = origin;
        Page = page;
    }

    /// <summary>The first page; see <see cref="NewPageAsync"/> for more.</summary>
    public IPage Page { get; }

    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_problems)
            {
                return [.. _problems];
            }
        }
    }

    internal static async Task<Visitor> EnterAsync(IBrowserContext context, Uri origin)
    {
        Visitor visitor = new(context, origin, await context.NewPageAsync());
        visitor.Watch(visitor.Page);
        context.Page += (_, page) => visitor.Watch(page);
        await context.RouteAsync("**/*", visitor.FilterAsync);
        return visitor;
    }

    public Task<IPage> NewPageAsync() => _context.NewPageAsync();

    /// <summary>Does something that opens another page, and gives that page.</summary>
    public Task<IPage> NewPageAfterAsync(Func<Task> action) => _context.RunAndWaitForPageAsync(action);

    /// <summary>Keeps a picture of the page for people to look at; gives its path.</summary>
    public async Task<string> KeepPictureAsync(string name, bool whole = false)
    {
        string file = Path.Combine(Published.Evidence, name + ".png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = whole });
        return file;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => Note($"script error on {page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // A failed load is noted below with its code; the browser also writes a line about each.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Note($"console error on {page.Url}: {message.Text}");
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
            {
                Note($"{answer.Status} from {answer.Url}");
            }
        };
    }

    private async Task FilterAsync(IRoute route)
    {
        Uri wanted = new(route.Request.Url);
        if (wanted.Scheme is "data" or "blob" || wanted.Authority == _origin.Authority)
        {
            await route.ContinueAsync();
            return;
        }

        Note($"{wanted.GetLeftPart(UriPartial.Path)} is somewhere else");
        await route.AbortAsync();
    }

    private void Note(string problem)
    {
        lock (_problems)
        {
            _problems.Add(problem);
        }
    }
}
