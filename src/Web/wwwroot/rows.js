// @ts-check
// Lists by keyboard: j and k, or the arrows on a line, go down and up the lines of a table with data-rows.

/** @param {KeyboardEvent} event */
function step(event) {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.ctrlKey || event.altKey || event.metaKey || target?.closest("input, textarea, select, [contenteditable], [role=combobox], dialog"))
    return 0;
  const onLine = target?.closest("[data-rows]") !== null;
  if (event.key === "j" || onLine && event.key === "ArrowDown") return 1;
  if (event.key === "k" || onLine && event.key === "ArrowUp") return -1;
  return 0;
}

document.addEventListener("keydown", event => {
  const by = step(event);
  const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-rows] [data-row]")]);
  if (by === 0 || lines.length === 0) return;
  const at = lines.findIndex(line => line === document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, at + by));
  event.preventDefault();
  lines[next].focus();
});
