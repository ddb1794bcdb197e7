// @ts-check
// A button with data-copy="text" copies the text and shows a tick for a moment. Where the browser forbids copying
// (no secure connection), the text field beside the button is selected instead.

document.addEventListener("click", async event => {
  const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
  if (!(button instanceof HTMLElement))
    return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? "");
    button.dataset.state = "copied";
    button.setAttribute("aria-label", button.dataset.copied ?? "");
    setTimeout(() => {
      delete button.dataset.state;
      button.removeAttribute("aria-label");
    }, 2000);
  } catch {
    button.parentElement?.querySelector("input")?.select();
  }
});
