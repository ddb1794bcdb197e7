// @ts-check
// Where something gives way to something else, the focus goes along: an element that appears with data-moves-focus="id"
// hands it to the element of that id; on a new page it goes to the heading. Only if nothing has it, or what led to the new page
// has it still: who has gone on to a field is not fetched back, however late the server draws.

let page = location.pathname;

/** @param {Node} node */
function movedBy(node) {
  if (!(node instanceof HTMLElement)) return null;
  const mover = node.matches("[data-moves-focus]") ? node : node.querySelector("[data-moves-focus]");
  return mover instanceof HTMLElement ? document.getElementById(mover.dataset.movesFocus ?? "") : null;
}

/** @param {MutationRecord} change the heading that it brought */
function headingOf(change) {
  if (change.type === "characterData") return change.target.parentElement?.closest("main h1") ?? null;
  for (const node of change.addedNodes) {
    const heading = node instanceof HTMLElement ? node.matches("main h1") ? node : node.querySelector("h1") : node.parentElement?.closest("main h1");
    if (heading?.closest("main")) return heading;
  }
  return null;
}

function isFree() {
  const focused = document.activeElement;
  return focused === null || focused === document.body || (location.pathname !== page && focused.closest("header a, header button") !== null);
}

new MutationObserver(changes => {
  if (!isFree()) return;
  const moved = changes.flatMap(change => [...change.addedNodes]).map(movedBy).findLast(target => target !== null);
  const heading = changes.map(headingOf).findLast(found => found !== null);
  const isNewPage = heading instanceof HTMLElement && (location.pathname !== page || !heading.hasAttribute("tabindex"));
  if (isNewPage) {
    heading.tabIndex = -1; // it takes the focus, and is no stop for the Tab key
    page = location.pathname;
  }
  const target = moved ?? (isNewPage ? heading : null);
  target?.focus();
}).observe(document.body, { childList: true, characterData: true, subtree: true });
