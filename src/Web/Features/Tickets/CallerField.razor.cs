using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using ServiceDesk.Web.Features.People;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Finds the caller while a name or a number is typed; what fits nobody is kept as somebody new.</summary>
public sealed partial class CallerField(PersonQueries people, IStringLocalizer<TicketTexts> T)
{
    private IReadOnlyList<PersonRow> _found = [];
    private ElementReference _input;
    private string? _typed;
    private int _active = -1;
    private int _asked;

    [Parameter, EditorRequired]
    public Caller Value { get; set; } = default!;

    [Parameter]
    public EventCallback<Caller> ValueChanged { get; set; }

    [Parameter]
    public string? Error { get; set; }

    private bool IsOpen => _found.Count > 0;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _input.FocusAsync();
    }

    private async Task TypedAsync(ChangeEventArgs typed)
    {
        _typed = typed.Value as string;
        bool isNumber = !string.IsNullOrWhiteSpace(_typed) && !_typed.Any(char.IsLetter);
        await ValueChanged.InvokeAsync(isNumber ? new Caller(null, Phone: _typed, Mail: Value.Mail) : new Caller(null, Name: _typed, Mail: Value.Mail));

        int asked = ++_asked;
        IReadOnlyList<PersonRow> found = await people.FindAsync(_typed);
        if (asked == _asked) (_found, _active) = (found, -1); // an older answer never takes the place of a newer one
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen: _active = Math.Min(_active + 1, _found.Count - 1); break;
            case "ArrowUp" when IsOpen: _active = Math.Max(_active - 1, -1); break;
            case "Enter" when IsOpen && !key.CtrlKey: await ChooseAsync(_found[Math.Max(_active, 0)]); break;
            case "Escape": (_found, _active) = ([], -1); break;
        }
    }

    private Task ChooseAsync(PersonRow person)
    {
        (_found, _active, _typed) = ([], -1, null);
        return ValueChanged.InvokeAsync(new Caller(person.Id, person.Name, person.Phone, person.Mail));
    }

    private Task ForgetAsync() => ValueChanged.InvokeAsync(new Caller(null));
}
