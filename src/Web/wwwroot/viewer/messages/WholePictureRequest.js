// @ts-check
// 47 c2a | no body

/** @type {import('../wire.js').MessageKind<{}>} */
export const WholePictureRequest = {
  name: 'WholePictureRequest',
  type: 0x47,
  direction: 'c2a',
  read: () => ({}),
  write() {},
};
