// @ts-check
// 4a c2a

/** @type {import('../wire.js').MessageKind<{}>} */
export const ClipboardRequest = {
  name: 'ClipboardRequest',
  type: 0x4a,
  direction: 'c2a',
  read: () => ({}),
  write() {},
};
