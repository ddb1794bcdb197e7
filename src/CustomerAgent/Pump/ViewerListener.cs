using System.Net.WebSockets;
using System.Threading.Channels;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>Hears what the viewer says and hands it on: input to the gate at once, wishes for grants and texts to whoever asks the customer.</summary>
internal sealed class ViewerListener(LineToViewer line, InputGate gate, FramePump pump)
{
    private readonly Channel<Grants> _wishes = System.Threading.Channels.Channel.CreateBounded<Grants>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Channel<PauseReason> _problems = System.Threading.Channels.Channel.CreateBounded<PauseReason>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Channel<IWireMessage> _texts = System.Threading.Channels.Channel.CreateBounded<IWireMessage>(1);

    private Task _pong = Task.CompletedTask;

    /// <summary>What the consultant asks for. One wish waits at most: nobody is asked twice for the same.</summary>
    public ChannelReader<Grants> Wishes => _wishes.Reader;

    /// <summary>Each text for the customer's clipboard, and each wish for the one there. One waits at most.</summary>
    public ChannelReader<IWireMessage> Texts => _texts.Reader;

    /// <summary>Each time the consultant has found a problem. Everything rests already.</summary>
    public ChannelReader<PauseReason> Problems => _problems.Reader;

    /// <summary>Listens until the line ends.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<SessionEndReason> RunAsync()
    {
        try
        {
            while (await line.ReceiveAsync() is { } message)
            {
                if (message is End)
                    return SessionEndReason.ConsultantEnded; // whatever it claims, it came from there
                await HandleAsync(message);
            }
            return line.ReasonOfClose;
        }
        catch (RecordRefusedException)
        {
            return SessionEndReason.SecurityFailed;
        }
        catch (WireFormatException)
        {
            return SessionEndReason.ProtocolError;
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            return SessionEndReason.LineLost;
        }
    }

    private async Task HandleAsync(IWireMessage message)
    {
        switch (message)
        {
            case PointerInput or KeyInput or TextInput or KeysHeld:
                gate.Apply(message);
                pump.InputCame();
                break;
            case FrameAck ack: pump.Painted(ack.Frame); break;
            case WholePictureRequest: pump.WantWhole(); break;
            case Ping ping: await AnswerAsync(ping); break;
            case ProblemFound: FindProblem(); break;
            case GrantRequest request: _wishes.Writer.TryWrite(request.Grants); break;
            case ClipboardText or ClipboardRequest: await HandOnAsync(message); break;
            default: throw new WireFormatException("not for an agent");
        }
    }

    // While the customer is being asked, finding it once more asks nothing new.
    private void FindProblem()
    {
        if (gate.Pause == PauseReason.ProblemFound)
            return;
        gate.Rest(PauseReason.ProblemFound);
        _problems.Writer.TryWrite(PauseReason.ProblemFound);
    }

    private async Task HandOnAsync(IWireMessage text)
    {
        if (!_texts.Writer.TryWrite(text))
            await line.SendAsync(new ClipboardAnswer(ClipboardOutcome.Declined));
    }

    // Not awaited before it is done: a frame that is on its way over a slow line must not hold up the consultant's keys. While
    // one answer still waits for its turn, another would say nothing new.
    private async Task AnswerAsync(Ping ping)
    {
        if (!_pong.IsCompleted)
            return;
        await _pong; // how the last one failed, if it did
        _pong = line.SendAsync(new Pong(ping.Token));
    }
}
