using System.Globalization;

namespace ServiceDesk.Web.Hosting;

/// <summary>
/// Keeps a reader's language for what is called from elsewhere: news that a German customer's click brings to an English page
/// would otherwise be told in German.
/// </summary>
public static class ReaderLanguage
{
    /// <summary>The same call, always in the language in which this was asked for.</summary>
    public static Func<Task> Keep(Func<Task> called)
    {
        Func<int, Task> kept = Keep<int>(_ => called());
        return () => kept(0);
    }

    /// <inheritdoc cref="Keep(Func{Task})"/>
    public static Func<T, Task> Keep<T>(Func<T, Task> called)
    {
        (CultureInfo culture, CultureInfo language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        return async news =>
        {
            // Set inside an asynchronous method, so the caller's own language is back when it returns.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            await called(news);
        };
    }
}
