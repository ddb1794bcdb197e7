// @ts-check
// Light, dark or as the system wants. The choice lies in a cookie, so the server writes the next page in it from the first byte.

const cookie = "desk.theme";
const root = document.documentElement;

/** @param {string} choice */
function choose(choice) {
  const isSystem = choice === "system";
  document.cookie = `${cookie}=${isSystem ? "" : choice}; path=/; samesite=lax; max-age=${isSystem ? 0 : 31536000}${location.protocol === "https:" ? "; secure" : ""}`;
  if (isSystem)
    delete root.dataset.theme;
  else
    root.dataset.theme = choice;
  mark();
}

function mark() {
  for (const button of document.querySelectorAll("[data-theme-choice]"))
    button.setAttribute("aria-pressed", String(button.getAttribute("data-theme-choice") === (root.dataset.theme ?? "system")));
}

document.addEventListener("click", event => {
  const button = event.target instanceof Element ? event.target.closest("[data-theme-choice]") : null;
  if (button)
    choose(button.getAttribute("data-theme-choice") ?? "system");
});
document.addEventListener("toggle", mark, { capture: true });
