using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ServiceDesk.Web.Components;

/// <summary>The few dialogs of the desk. MudBlazor holds the focus, names the dialog and closes it with Escape and when the page is left.</summary>
public static class DeskDialogs
{
    extension(IDialogService dialogs)
    {
        /// <summary>Asks before something that cannot be undone.</summary>
        /// <param name="question">Names the thing: "End the session with Anna Berg?"</param>
        /// <param name="consequence">What the yes does; null when the question says it all.</param>
        /// <param name="yes">The word on the button that does it.</param>
        /// <param name="no">The word on the button that does nothing; it has the focus.</param>
        /// <param name="pointless">Closes the dialog when there is nothing left to ask.</param>
        /// <returns>True for the yes; every other way out is a no.</returns>
        public async Task<bool> ConfirmAsync(string question, string? consequence, string yes, string no, CancellationToken pointless = default)
        {
            IDialogReference dialog = await dialogs.ShowAsync<ConfirmDialog>(question, new DialogParameters<ConfirmDialog>
            {
                { d => d.Question, question }, { d => d.Consequence, consequence }, { d => d.Yes, yes }, { d => d.No, no },
            });
            await using CancellationTokenRegistration closing = pointless.Register(() => dialog.Close(DialogResult.Cancel()));
            return await dialog.Result is { Canceled: false };
        }

        /// <summary>Asks for what is needed to do one thing. The dialog does it, and stays open with what was typed as long as it is refused.</summary>
        /// <returns>When the dialog is closed, whether it was done or not.</returns>
        public async Task AskAsync<TDialog>(string title, DialogParameters<TDialog> parameters) where TDialog : IComponent
        {
            IDialogReference dialog = await dialogs.ShowAsync<TDialog>(title, parameters);
            await dialog.Result;
        }
    }
}
