using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>"What shall … see?": nothing changes before the customer has seen how it will look and said yes. On the windows' thread.</summary>
internal sealed class ShowOnly(Panel panel, IAgentView view, AgentTexts texts, IShowing showing)
{
    private Action? _ticked;

    /// <summary>The customer shows something else from now on.</summary>
    public event Action<Choice>? Chosen;

    /// <summary>Whether the page stands.</summary>
    public bool IsOpen => _ticked is not null;

    /// <summary>Other lines of the page are ticked: the preview follows.</summary>
    public void Tick() => _ticked?.Invoke();

    /// <summary>Lets the customer choose.</summary>
    public async Task ChooseAsync(string consultant, CancellationToken ended)
    {
        var offer = new Offer(showing.List(), texts);
        IReadOnlyList<Option> options = offer.Options(showing.Choice);
        Page At(Choice choice) => new("show", texts.WhatToShow(consultant))
        {
            Options = options,
            Caption = texts.Preview,
            Picture = showing.Preview(choice),
            Yes = texts.ShowThis,
            No = texts.Back,
        };
        Choice chosen = showing.Choice;
        Action ticked = _ticked = () => view.Show(At(chosen = offer.Choice(view.Ticked)));
        bool yes = await panel.AskAsync(At(chosen), ended);
        if (_ticked == ticked)
            _ticked = null;
        if (yes)
            Show(chosen);
        panel.Leave();
    }

    private void Show(Choice chosen)
    {
        if (chosen != showing.Choice)
            Chosen?.Invoke(chosen);
        showing.Choice = chosen;
        view.Frame((chosen as OneMonitor)?.Place);
    }
}
