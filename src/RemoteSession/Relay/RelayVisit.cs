namespace ServiceDesk.Remote.Relay;

/// <summary>An admitted newcomer's right in the room.</summary>
/// <param name="MayReplace">True: where its own side is there already, that one's line counts as lost, and a new room begins with the newcomer.
/// False: the newcomer is refused with <see cref="RelayCloseCode.SecondParticipant"/>.</param>
/// <param name="Hearer">Hears of the room, if the newcomer is the one who opens it.</param>
public sealed record RelayVisit(bool MayReplace, IRelayHearer Hearer);
