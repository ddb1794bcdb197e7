// @ts-check
// A message is `type u8 | body`, integers big-endian; one file in messages/ for each. What travels around a message
// (its record) is rs1/record-cipher.js. Reading is total: any bytes give a message or a WireFormatError, and nothing larger than
// the message itself is kept.
import { ByteReader, ByteWriter } from './bytes.js';
import { ClipboardAnswer } from './messages/ClipboardAnswer.js';
import { ClipboardRequest } from './messages/ClipboardRequest.js';
import { ClipboardText } from './messages/ClipboardText.js';
import { CursorPosition } from './messages/CursorPosition.js';
import { CursorShape } from './messages/CursorShape.js';
import { End } from './messages/End.js';
import { FrameAck } from './messages/FrameAck.js';
import { FrameUpdate } from './messages/FrameUpdate.js';
import { GrantDeclined } from './messages/GrantDeclined.js';
import { GrantRequest } from './messages/GrantRequest.js';
import { GrantsChanged } from './messages/GrantsChanged.js';
import { KeyInput } from './messages/KeyInput.js';
import { KeysHeld } from './messages/KeysHeld.js';
import { Paused } from './messages/Paused.js';
import { PictureState } from './messages/PictureState.js';
import { Ping } from './messages/Ping.js';
import { PointerInput } from './messages/PointerInput.js';
import { Pong } from './messages/Pong.js';
import { ProblemFound } from './messages/ProblemFound.js';
import { TextInput } from './messages/TextInput.js';
import { WholePictureRequest } from './messages/WholePictureRequest.js';
import { WireFormatError } from './wire-format-error.js';

/** @typedef {'a2c' | 'c2a'} Direction agent to consultant, consultant to agent */
/** @typedef {{ name: string, [field: string]: any }} Message the name of its kind and the fields */

/**
 * @template F
 * @typedef {object} MessageKind
 * @property {string} name
 * @property {number} type
 * @property {Direction | 'both'} direction
 * @property {(r: ByteReader) => F} read the body after the type byte
 * @property {(w: ByteWriter, m: F) => void} write
 */

/** @type {readonly MessageKind<any>[]} */
export const kinds = [
  FrameUpdate, CursorPosition, GrantsChanged, Paused, End, Pong, GrantDeclined, PictureState, CursorShape, ClipboardText, ClipboardAnswer,
  PointerInput, KeyInput, TextInput, KeysHeld, GrantRequest, FrameAck, WholePictureRequest, Ping, ProblemFound, ClipboardRequest,
];

/**
 * @param {Uint8Array} bytes
 * @param {Direction} direction
 * @returns {Message}
 */
export function read(bytes, direction) {
  const reader = new ByteReader(bytes);
  const type = reader.u8();
  const kind = kinds.find((k) => k.type === type && travels(k, direction));
  if (kind === undefined) throw new WireFormatError('unknown type');
  const fields = kind.read(reader);
  reader.end();
  return { name: kind.name, ...fields };
}

/**
 * @param {Message} message
 * @param {Direction} [direction]
 * @returns {Uint8Array}
 */
export function write(message, direction = 'c2a') {
  const kind = kinds.find((k) => k.name === message.name && travels(k, direction));
  if (kind === undefined) throw new TypeError(`${message.name} does not travel ${direction}`);
  const writer = new ByteWriter();
  writer.u8(kind.type);
  kind.write(writer, message);
  return writer.done();
}

/**
 * @param {MessageKind<any>} kind
 * @param {Direction} direction
 */
function travels(kind, direction) {
  return kind.direction === direction || kind.direction === 'both';
}
