// @ts-check
// Shows that the connection is lost, and takes the page up again where it was. blazor.web.js reports; the dialog shows one state.
// When the server no longer knows the page, it is loaded anew, but never over something that somebody has typed.

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("components-reconnect-modal"));
const blazor = () => /** @type {any} */ (window).Blazor;

/** @param {string} state */
function show(state) {
  for (const part of dialog.querySelectorAll("[data-shown-when]"))
    part.toggleAttribute("hidden", !(part.getAttribute("data-shown-when") ?? "").split(" ").includes(state));
  if (!dialog.open)
    dialog.showModal();
}

function hasTypedText() {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(":is(main, .mud-dialog) :is(textarea, input:not([type=checkbox], [type=radio], [readonly]))"));
  return [...fields].some(field => field.value.trim() !== "");
}

function loadAgain() {
  if (hasTypedText())
    show("gone");
  else
    location.reload();
}

function retryWhenSeen() {
  if (document.visibilityState === "visible")
    retry();
}

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    if (await blazor().reconnect() || await blazor().resumeCircuit())
      dialog.close();
    else
      loadAgain();
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen);
  }
}

async function resume() {
  try {
    if (!await blazor().resumeCircuit())
      loadAgain();
  } catch {
    show("resume-failed");
  }
}

dialog.addEventListener("cancel", event => event.preventDefault());
dialog.addEventListener("components-reconnect-state-changed", event => {
  const state = /** @type {CustomEvent} */ (event).detail.state;
  if (state === "hide")
    dialog.close();
  else if (state === "rejected")
    loadAgain();
  else
    show(state);
  if (state === "failed")
    document.addEventListener("visibilitychange", retryWhenSeen);
});
document.getElementById("components-reconnect-button")?.addEventListener("click", retry);
document.getElementById("components-resume-button")?.addEventListener("click", resume);
document.getElementById("reload-button")?.addEventListener("click", () => location.reload());
document.getElementById("copy-first-button")?.addEventListener("click", () => dialog.close());
