// @ts-check
// A script is operations one behind the other, each `op u8 | …`, integers big-endian. It is checked as a whole before
// any of it is done, so that what is done needs no look at lengths and borders any more.
import { cached } from './cached.js';
import { columns } from './columns.js';
import { copy } from './copy.js';
import { fill } from './fill.js';
import { keep } from './keep.js';
import { photo } from './photo.js';
import { pixels } from './pixels.js';

/** @typedef {import('./script-reader.js').ScriptReader} ScriptReader */
/** @typedef {import('../picture.js').Picture} Picture */
/**
 * @typedef {object} Operation
 * @property {(r: ScriptReader, budget: import('./budget.js').Budget) => void} check reads it all, throws WireFormatError
 * @property {(r: ScriptReader, picture: Picture, photos: Iterator<Uint32Array>) => void} run photos: pixels of the part's photos in their order
 */

/** By number. @type {readonly (Operation | undefined)[]} */
export const operations = [undefined, keep, copy, cached, fill, columns, pixels, photo];
