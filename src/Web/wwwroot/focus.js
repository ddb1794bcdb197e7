// @ts-check
// Where something gives way to something else, the focus goes along: an element that appears with data-moves-focus="id"
// hands it to the element of that id. Only if nothing has it: who has gone on to another field is not fetched back.

/** @param {Node} node */
function targetIn(node) {
  if (!(node instanceof HTMLElement)) return null;
  const mover = node.matches("[data-moves-focus]") ? node : node.querySelector("[data-moves-focus]");
  return mover instanceof HTMLElement ? document.getElementById(mover.dataset.movesFocus ?? "") : null;
}

new MutationObserver(changes => {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  changes.flatMap(change => [...change.addedNodes]).map(targetIn).findLast(target => target !== null)?.focus();
}).observe(document.body, { childList: true, subtree: true });
