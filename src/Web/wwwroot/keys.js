// @ts-check
// Keys of the desk. A page gives an element a key with data-key="c", "g q" (one after the other) or "Ctrl+Enter";
// the key then clicks the element. Plain letters do nothing while somebody types; they can be switched off altogether.

const pauseBetween = 1200; // ms within which the second letter of "g q" has to come
const switchedOff = "desk.keys.off";
let first = "";
let firstAt = 0;

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.closest("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [role=combobox], [role=textbox]") !== null);
}

/** @param {KeyboardEvent} event */
function nameOf(event) {
  const key = event.key === " " ? "Space" : event.key;
  const chord = (event.ctrlKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.metaKey ? "Meta+" : "");
  return chord + key;
}

/** The last one wins: what opened latest lies on top. With a dialog open, only the dialog's own keys count.
 * @param {string} key */
function elementFor(key) {
  const dialogs = document.querySelectorAll("dialog[open], .mud-dialog");
  const scope = dialogs.length > 0 ? dialogs[dialogs.length - 1] : document;
  const found = [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter(isUsable);
  return /** @type {HTMLElement | undefined} */ (found.at(-1));
}

/** @param {Element} element */
function isUsable(element) {
  return element instanceof HTMLElement && element.offsetParent !== null && !element.hasAttribute("disabled");
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.defaultPrevented || event.isComposing || event.repeat || ["Control", "Shift", "Alt", "Meta", "AltGraph"].includes(event.key))
    return;
  const name = nameOf(event);
  const isLetter = !event.ctrlKey && !event.altKey && !event.metaKey && event.key.length === 1;
  if (isLetter && (isTyping(event.target) || localStorage.getItem(switchedOff) === "1" && name !== "?"))
    return;
  if (name === "Escape" && document.querySelector(".mud-popover-open, [popover]:popover-open"))
    return; // closes what is open, nothing more
  const sequence = isLetter && event.timeStamp - firstAt < pauseBetween ? `${first} ${name}` : "";
  // The form that somebody types in comes first: its own Ctrl+Enter, not another's further down the page.
  const form = event.target instanceof Element ? event.target.closest("form") : null;
  const own = form && [...form.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].filter(isUsable).at(-1);
  const element = /** @type {HTMLElement | undefined} */ (own) || (sequence && elementFor(sequence)) || elementFor(name);
  [first, firstAt] = isLetter && !element ? [name, event.timeStamp] : ["", 0];
  if (element) {
    event.preventDefault();
    element.focus();
    element.click();
  } else if (name === "?") {
    event.preventDefault();
    openKeys();
  }
}

/** @param {string} keys @param {string} text */
function line(keys, text) {
  const term = document.createElement("dt");
  for (const key of keys.split(" ")) {
    const cap = document.createElement("kbd");
    cap.textContent = key;
    term.append(cap, " ");
  }
  const meaning = document.createElement("dd");
  meaning.textContent = text;
  return [term, meaning];
}

/** @param {HTMLElement} element */
function labelOf(element) {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  copy.querySelectorAll("kbd").forEach(cap => cap.remove());
  return element.dataset.keyLabel ?? element.getAttribute("aria-label") ?? (copy.textContent ?? "").trim();
}

function openKeys() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("keys"));
  const list = document.getElementById("keys-list");
  if (!dialog || !list || dialog.open)
    return;
  const elements = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-key]")].filter(isUsable));
  list.replaceChildren(...elements.flatMap(element => line(element.dataset.key ?? "", labelOf(element))), ...line("?", list.dataset.help ?? ""));
  const on = /** @type {HTMLInputElement} */ (document.getElementById("keys-on"));
  on.checked = localStorage.getItem(switchedOff) !== "1";
  on.onchange = () => on.checked ? localStorage.removeItem(switchedOff) : localStorage.setItem(switchedOff, "1");
  dialog.showModal();
}

/** @param {MouseEvent} event */
function onClick(event) {
  const target = event.target instanceof Element ? event.target.closest("[data-skip-to], [data-opens='keys']") : null;
  if (!(target instanceof HTMLElement))
    return;
  event.preventDefault();
  if (target.dataset.skipTo) {
    document.getElementById(target.dataset.skipTo)?.focus();
  } else {
    target.closest("[popover]")?.hidePopover();
    openKeys();
  }
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick, { capture: true });
