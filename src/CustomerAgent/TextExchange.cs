using System.Buffers;
using System.Text;
using System.Threading.Channels;
using ServiceDesk.CustomerAgent.Clipboard;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// Texts for the customer's clipboard and from it, one at a time. The customer sees each whole, and only a yes to that very text lets
/// it pass. On the windows' thread.
/// </summary>
internal sealed class TextExchange
{
    private readonly RunningSession _on;
    private readonly Conversation _talk;
    private readonly InputGate _gate;
    private readonly Questions _questions;
    private readonly IClipboard? _clipboard;
    private (Grants Grant, CancellationTokenSource Off)? _open;

    /// <param name="clipboard">Null where there is none: everything is declined.</param>
    public TextExchange(RunningSession on, Conversation talk, InputGate gate, Permissions permissions, Questions questions, IClipboard? clipboard)
    {
        (_on, _talk, _gate, _questions, _clipboard) = (on, talk, gate, questions, clipboard);
        permissions.Changed += () =>
        {
            if (_open is var (grant, off) && !gate.Allows(grant))
                off.Cancel();
        };
    }

    /// <summary>Answers until the end.</summary>
    /// <param name="texts">A <see cref="ClipboardText"/> or <see cref="ClipboardRequest"/> each.</param>
    public async Task AnswerAsync(ChannelReader<IWireMessage> texts)
    {
        if (_clipboard is null)
        {
            await foreach (IWireMessage _ in texts.ReadAllAsync(_on.Ending.Token))
                await AnswerAsync(ClipboardOutcome.Declined);
            return;
        }
        _clipboard.Begin();
        try
        {
            await foreach (IWireMessage message in texts.ReadAllAsync(_on.Ending.Token))
                await (message is ClipboardText offered ? TakeAsync(_clipboard, PlainText.From(offered.Text)) : GiveAsync(_clipboard));
        }
        finally
        {
            _clipboard.End();
        }
    }

    private async Task TakeAsync(IClipboard clipboard, string text)
    {
        bool taken = text.Length > 0 && await MayAsync(Grants.ClipboardToCustomer, off => _talk.AskToTakeTextAsync(text, _on.Session, off));
        if (taken)
        {
            clipboard.Write(text);
            _on.Desk.ReportNews(SessionNews.TextTaken);
        }
        await AnswerAsync(taken ? ClipboardOutcome.Taken : ClipboardOutcome.Declined);
    }

    private async Task GiveAsync(IClipboard clipboard)
    {
        if (!IsOpen(Grants.ClipboardToConsultant))
        {
            await AnswerAsync(ClipboardOutcome.Declined);
            return;
        }
        string text = PlainText.From(await clipboard.ReadAsync().WaitAsync(_on.Ending.Token) ?? "");
        if (text.Length == 0)
            await AnswerAsync(ClipboardOutcome.Nothing);
        else if (Encoding.UTF8.GetByteCount(text) > WireLimits.ClipboardBytes)
            await AnswerAsync(ClipboardOutcome.TooLong);
        else if (await MayAsync(Grants.ClipboardToConsultant, off => _talk.AskToGiveTextAsync(text, _on.Session, off)) && await SendAsync(text))
            _on.Desk.ReportNews(SessionNews.TextGiven);
        else
            await AnswerAsync(ClipboardOutcome.Declined);
    }

    private async Task<bool> MayAsync(Grants grant, Func<CancellationToken, Task<bool>> question)
    {
        if (!IsOpen(grant))
            return false;
        using var off = new CancellationTokenSource();
        _open = (grant, off);
        try
        {
            return await _questions.AskAsync(question, off.Token) == true && IsOpen(grant);
        }
        finally
        {
            _open = null;
        }
    }

    private bool IsOpen(Grants grant) => _gate.Allows(grant) && _gate.Pause is PauseReason.Running or PauseReason.HandOnMouse;

    // What is taken back while the text waits for its turn does not go.
    private Task<bool> SendAsync(string text)
    {
        var message = new ArrayBufferWriter<byte>();
        new ClipboardText(text).Write(message);
        return _on.Line.SendAsync(message.WrittenMemory, () => IsOpen(Grants.ClipboardToConsultant));
    }

    private Task AnswerAsync(ClipboardOutcome outcome) => _on.Line.SendAsync(new ClipboardAnswer(outcome));
}
