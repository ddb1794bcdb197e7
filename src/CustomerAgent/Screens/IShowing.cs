using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Screens;

/// <summary>What could be shown, what is, and how a choice would look. On the windows' thread.</summary>
internal interface IShowing
{
    /// <summary>What holds now.</summary>
    Choice Choice { get; set; }

    /// <summary>All that can be shown alone at this moment: monitors first, where there are several.</summary>
    IReadOnlyList<Showable> List();

    /// <summary>The picture that this choice would send, made small; null when it cannot be read at this moment.</summary>
    Thumbnail? Preview(Choice choice);
}
