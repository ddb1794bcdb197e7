// @ts-check
// The browser decodes JPEG beside us; its pixels come back by way of a canvas of our own.
import { WireFormatError } from './wire-format-error.js';

/** @type {OffscreenCanvasRenderingContext2D | null} */
let context = null;

/**
 * @param {Uint8Array} jpeg whose header says width × height
 * @param {number} width
 * @param {number} height
 * @returns {Promise<Uint32Array>} little-endian RGBA, row by row
 */
export async function decodeJpeg(jpeg, width, height) {
  const bitmap = await bitmapOf(jpeg);
  try {
    if (bitmap.width !== width || bitmap.height !== height) throw new WireFormatError('photo of another size');
    context ??= /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d', { alpha: false, willReadFrequently: true }));
    if (context.canvas.width < width || context.canvas.height < height) {
      context.canvas.width = Math.max(context.canvas.width, width);
      context.canvas.height = Math.max(context.canvas.height, height);
    }
    context.drawImage(bitmap, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  } finally {
    bitmap.close();
  }
}

/** @param {Uint8Array} jpeg */
async function bitmapOf(jpeg) {
  try {
    return await createImageBitmap(new Blob([/** @type {BlobPart} */ (jpeg)], { type: 'image/jpeg' }), { colorSpaceConversion: 'none' });
  } catch {
    throw new WireFormatError('photo not JPEG');
  }
}
