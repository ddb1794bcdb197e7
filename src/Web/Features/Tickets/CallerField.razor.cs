using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using ServiceDesk.Web.Features.People;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Finds the caller while a name or a number is typed; what fits nobody is kept as somebody new.</summary>
public sealed partial class CallerField(PersonQueries people, IStringLocalizer<TicketTexts> T)
{
    private IReadOnlyList<PersonRow> _found = [];
    private string? _typed;
    private int _active = -1;
    private int _asked;
    private int _answered;

    [Parameter, EditorRequired]
    public Caller Value { get; set; } = default!;

    [Parameter]
    public EventCallback<Caller> ValueChanged { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>The id of the field that is next once the caller is known.</summary>
    [Parameter]
    public string? Next { get; set; }

    private bool IsOpen => _found.Count > 0;

    private async Task TypedAsync(ChangeEventArgs typed)
    {
        // What was written in the other fields stays; what came from here goes where it now belongs.
        (string? name, string? phone) = (Value.Name == _typed ? null : Value.Name, Value.Phone == _typed ? null : Value.Phone);
        _typed = typed.Value as string;
        bool isNumber = !string.IsNullOrWhiteSpace(_typed) && !_typed.Any(char.IsLetter);
        int asked = ++_asked;
        await ValueChanged.InvokeAsync(isNumber ? new Caller(null, name, _typed, Value.Mail) : new Caller(null, _typed, phone, Value.Mail));

        IReadOnlyList<PersonRow> found = await people.FindAsync(_typed);
        if (asked == _asked) (_found, _active, _answered) = (found, -1, asked); // an older answer never takes the place of a newer one
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen: _active = Math.Min(_active + 1, _found.Count - 1); break;
            case "ArrowUp" when IsOpen: _active = Math.Max(_active - 1, -1); break;
            // The first of the list only if the list answers all that was typed: a fast Enter must not take somebody else.
            case "Enter" when IsOpen && !key.CtrlKey && (_active >= 0 || _answered == _asked): await ChooseAsync(_found[Math.Max(_active, 0)]); break;
            case "Escape": Close(); break;
        }
    }

    private Task ChooseAsync(PersonRow person)
    {
        (_found, _active, _typed) = ([], -1, null);
        return ValueChanged.InvokeAsync(new Caller(person.Id, person.Name, person.Phone, person.Mail));
    }

    private void Close() => (_found, _active) = ([], -1);

    private Task ForgetAsync() => ValueChanged.InvokeAsync(new Caller(null));
}
