using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens;

/// <summary>The customer's screen as the agent may read it. Used by one thread at a time.</summary>
internal interface IScreen : IDisposable
{
    /// <summary>The picture of the last successful <see cref="TryCapture"/>; good until the next one.</summary>
    PictureView Picture { get; }

    /// <summary>What the last <see cref="TryCapture"/> read anew; outside of it the picture is as it was before.</summary>
    Area Read { get; }

    /// <summary>
    /// False when surely nothing was drawn since the last <see cref="TryCapture"/>; true when something may have been, and before the first.
    /// </summary>
    bool MayHaveChanged();

    /// <summary>Completes when <see cref="MayHaveChanged"/> or <see cref="Pointer"/> may say something new; may complete for nothing.</summary>
    Task WhenChangedAsync();

    /// <summary>Makes the picture what the screen is now. False when it cannot be read at this moment, for example while its size changes.</summary>
    bool TryCapture();

    /// <summary>The customer has chosen to show something else since <see cref="Picture"/> was read: nothing more of it may leave.</summary>
    bool IsStale { get; }

    /// <summary>Where the pointer is, in pixels of the picture.</summary>
    (int X, int Y) Pointer();
}
