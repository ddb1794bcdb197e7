// @ts-check
// Writes the digits in threes and tells a mistyped one at once. The page works without this; the server checks again.

/** H. M. Damm, 2004: row = check so far, column = next digit. */
const TABLE = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];

/** @param {string} digits @returns {boolean} true for nine digits whose last one checks the others */
export function isChannel(digits) {
  if (!/^\d{9}$/.test(digits)) return false;
  let check = 0;
  for (const digit of digits) check = Number(TABLE[check][Number(digit)]);
  return check === 0;
}

/** @param {string} text @returns {string} its ASCII digits; full-width ones as well */
export function digitsOf(text) {
  return text.normalize('NFKC').replace(/\D/g, '');
}

/** @param {string} digits @returns {string} in threes */
export function inThrees(digits) {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** @param {HTMLFormElement} form */
function watch(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('channel'));
  const hint = /** @type {HTMLElement} */ (form.querySelector('#hint'));

  input.addEventListener('input', () => {
    const digits = digitsOf(input.value);
    const atEnd = input.selectionStart === input.value.length;
    if (atEnd && digits.length <= 9) input.value = inThrees(digits);
    show(digits.length === 9 && !isChannel(digits));
  });
  form.addEventListener('submit', (event) => {
    const digits = digitsOf(input.value);
    if (digits.length !== 9 || isChannel(digits)) return;
    event.preventDefault();
    show(true);
    input.focus();
  });

  /** @param {boolean} wrong */
  function show(wrong) {
    const words = wrong ? hint.dataset.wrong ?? '' : '';
    if (hint.textContent !== words) hint.textContent = words;
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
}

const form = globalThis.document?.querySelector('[data-channel-form]');
if (form instanceof HTMLFormElement) watch(form);
