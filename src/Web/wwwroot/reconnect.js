// @ts-check
// Shows that the connection is lost, and takes the page up again where it was. blazor.web.js reports; the dialog shows one state.

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("components-reconnect-modal"));
const blazor = () => /** @type {any} */ (window).Blazor;

/** @param {string} state */
function show(state) {
  for (const part of dialog.querySelectorAll("[data-shown-when]"))
    part.toggleAttribute("hidden", !(part.getAttribute("data-shown-when") ?? "").split(" ").includes(state));
  if (!dialog.open)
    dialog.showModal();
}

dialog.addEventListener("cancel", event => event.preventDefault());
dialog.addEventListener("components-reconnect-state-changed", event => {
  const state = /** @type {CustomEvent} */ (event).detail.state;
  if (state === "hide")
    dialog.close();
  else if (state === "rejected")
    location.reload();
  else
    show(state);
  if (state === "failed")
    document.addEventListener("visibilitychange", retryWhenSeen);
});

function retryWhenSeen() {
  if (document.visibilityState === "visible")
    retry();
}

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    const isBack = await blazor().reconnect() || await blazor().resumeCircuit();
    if (isBack)
      dialog.close();
    else
      location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen);
  }
}

async function resume() {
  try {
    if (!await blazor().resumeCircuit())
      location.reload();
  } catch {
    show("resume-failed");
  }
}

document.getElementById("components-reconnect-button")?.addEventListener("click", retry);
document.getElementById("components-resume-button")?.addEventListener("click", resume);
