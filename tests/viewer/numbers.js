// @ts-check

/**
 * A small repeatable generator, so that a failure can be repeated.
 * @param {number} seed
 * @returns {() => number} the next number, 24 bits
 */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
