// @ts-check
// 09 a2c | exact u8 (1 = the picture is the screen, pixel by pixel) | state u8 (screen-state.js)
import { ScreenState } from '../screen-state.js';
import { WireFormatError } from '../wire-format-error.js';

/** @type {import('../wire.js').MessageKind<{ exact: boolean, state: number }>} */
export const PictureState = {
  name: 'PictureState',
  type: 0x09,
  direction: 'a2c',
  read(r) {
    const exact = r.bool();
    const state = r.u8();
    if (state > ScreenState.lineSlow) throw new WireFormatError('state out of range');
    return { exact, state };
  },
  write(w, m) {
    w.bool(m.exact);
    w.u8(m.state);
  },
};
