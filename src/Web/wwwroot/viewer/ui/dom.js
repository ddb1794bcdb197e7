// @ts-check

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | number | ((event: any) => void)>} [attributes] functions are listeners
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** Sixteen units square, drawn in the colour of the text. @type {Record<string, string>} */
const paths = {
  waiting: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zm0 1.8a3.7 3.7 0 1 1 0 7.4a3.7 3.7 0 0 1 0-7.4z',
  verifying: 'M8 1L14 3v4.6c0 3.6-2.5 6-6 7.4c-3.5-1.4-6-3.8-6-7.4V3zm0 1.8L3.6 4.2v3.4c0 2.6 1.7 4.4 4.4 5.6c2.7-1.2 4.4-3 4.4-5.6V4.2z',
  unlock: 'M8 1L14 3v4.6c0 3.6-2.5 6-6 7.4c-3.5-1.4-6-3.8-6-7.4V3zm3.4 4.2L7 9.6L4.9 7.5L3.8 8.6L7 11.8l5.5-5.5z',
  check: 'M13.2 3L14.5 4.3L6.4 12.6L1.6 7.8L2.9 6.5l3.5 3.4z',
  interrupted: 'M1 9.2h5v1.6H1zm9-4h5v1.6h-5zM8.6 1.5h1.7L7.4 14.5H5.7z',
  problem: 'M8 1.5L15 14H1zm-.8 4.7v3.9h1.6V6.2zm0 4.8v1.5h1.6V11z',
  alarm: 'M8 1.5L15 14H1zm-.8 4.7v3.9h1.6V6.2zm0 4.8v1.5h1.6V11z',
  seen: 'M8 3.2C4.6 3.2 2 5.6.8 8c1.2 2.4 3.8 4.8 7.2 4.8s6-2.4 7.2-4.8C14 5.6 11.4 3.2 8 3.2zm0 1.7a3.1 3.1 0 1 1 0 6.2a3.1 3.1 0 0 1 0-6.2zm0 1.6a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3z',
  controlled: 'M8 1.2L14.8 8L8 14.8L1.2 8z',
  paused: 'M2 2h2.4L2 4.4zM7 2h2.8L2 9.8V7zM12.4 2H14v1.2L3.2 14H2v-1.6zM14 5.8v2.8L8.6 14H5.8zM14 11.2V14h-2.8z',
  ended: 'M2.5 2.5h11v11h-11zm1.8 1.8v7.4h7.4V4.3z',
  fit: 'M1.5 3h13v10h-13zM3 4.5v7h10v-7zM5 6.5h6v3H5z',
  actual: 'M2 4.5L4 3h1v10H3.4V5L2 6zM7.2 5.5h1.7v1.8H7.2zm0 3.7h1.7V11H7.2zM10.5 4.5l2-1.5h1v10h-1.6V5l-1.4 1z',
  fullScreen: 'M2 2h4.5v1.6H3.6v2.9H2zm7.5 0H14v4.5h-1.6V3.6H9.5zM2 9.5h1.6v2.9h2.9V14H2zm10.4 0H14V14H9.5v-1.6h2.9z',
  keys: 'M1 3.5h14v9H1zm1.5 1.5v6h11V5zM4 6.2h1.4v1.4H4zm2.2 0h1.4v1.4H6.2zm2.2 0h1.4v1.4H8.4zm2.2 0H12v1.4h-1.4zM4.8 8.7h6.4v1.3H4.8z',
  clipboard: 'M5 1.5h6V3h2.5v11.5h-11V3H5zM4 4.5V13h8V4.5h-1V6H5V4.5zM6.5 3v1.5h3V3z',
  text: 'M3 2.5h10v3h-1.5V4H8.8v8h1.4v1.5H5.8V12h1.4V4H4.5v1.5H3z',
  follow: 'M8 1l2.2 3H8.8v1.8H7.2V4H5.8zm0 14l-2.2-3h1.4v-1.8h1.6V12h1.4zM1 8l3-2.2v1.4h1.8v1.6H4v1.4zm14 0l-3 2.2V8.8h-1.8V7.2H12V5.8zM8 6.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 0 1 0-2.6z',
  pointer: 'M3 1.5l9.7 6.1l-4.2.8l2.5 4.8l-2 1l-2.5-4.8L3.6 12.4z',
};

/**
 * A picture of one path, for the eye only.
 * @param {string} name class
 * @param {string} viewBox
 * @param {string} d
 */
export function drawing(name, viewBox, d) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', d);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}

/** @param {string} name */
export const icon = (name) => drawing(`icon icon-${name}`, '0 0 16 16', paths[name]);

/**
 * @param {string} name of its icon, '' for none
 * @param {string} label
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 */
export function button(name, label, act, attributes = {}) {
  const children = name === '' ? [] : [icon(name)];
  return h('button', { type: 'button', click: act, ...attributes }, ...children, h('span', { class: 'label' }, label));
}
