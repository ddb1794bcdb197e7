using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace ServiceDesk.Web.Tests.Support;

/// <summary>Somebody who talks plain HTTP to a desk: own cookies, no script, follows no redirect.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies;

    public Visitor(Uri origin, string language, CookieContainer? cookies = null)
    {
        _cookies = cookies ?? new CookieContainer();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = origin };
        Http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
    }

    public HttpClient Http { get; }

    public IReadOnlyList<Cookie> Cookies => [.. _cookies.GetCookies(Http.BaseAddress!).Cast<Cookie>()];

    public bool IsSignedIn => Cookies.Any(cookie => cookie.Name == "desk.sign-in");

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path);

    /// <summary>Opens the page, fills its form in and sends it with everything hidden in it, as a browser does.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) => SubmitToAsync(path, path, fields);

    /// <summary>The same for a form that goes to another address than its page.</summary>
    public async Task<HttpResponseMessage> SubmitToAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage form = await GetAsync(page);
        string html = await form.TextAsync();
        return await PostAsync(path, [.. Hidden(html), .. fields]);
    }

    /// <summary>Sends exactly these fields.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        Http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string path = "/account/sign-in") =>
        SubmitAsync(path, ("Input.Name", name), ("Input.Password", password));

    public async Task SignInAsync(DemoPeople.DemoPerson person)
    {
        using HttpResponseMessage answer = await SignInAsync(person.Name, DemoPeople.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    /// <summary>Another client with a copy of all cookies as they are now.</summary>
    public Visitor WithCopiedCookies()
    {
        CookieContainer copy = new();
        copy.Add(_cookies.GetCookies(Http.BaseAddress!));
        return new Visitor(Http.BaseAddress!, "en", copy);
    }

    public void Dispose() => Http.Dispose();

    private static IEnumerable<(string, string)> Hidden(string html) => HiddenInput().Matches(html)
        .Select(input => (WebUtility.HtmlDecode(input.Groups["name"].Value), WebUtility.HtmlDecode(input.Groups["value"].Value)))
        .DistinctBy(field => field.Item1);

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenInput();
}
