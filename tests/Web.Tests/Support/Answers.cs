namespace ServiceDesk.Web.Tests.Support;

/// <summary>What tests read from an answer.</summary>
public static class Answers
{
    extension(HttpResponseMessage answer)
    {
        public Task<string> TextAsync() => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        /// <summary>Where a redirect leads, as a path on this desk; a foreign address whole.</summary>
        public string LeadsTo
        {
            get
            {
                Uri target = answer.Headers.Location ?? throw new ShouldAssertException("The answer leads nowhere.");
                bool isHere = target.IsAbsoluteUri && target.Authority == answer.RequestMessage?.RequestUri?.Authority;
                return isHere ? target.PathAndQuery : target.OriginalString;
            }
        }

        public string Header(string name) => answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : "";
    }
}
