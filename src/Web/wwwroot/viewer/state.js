// @ts-check
import { Grant } from './grants.js';
import { PauseReason } from './pause-reason.js';

/** @typedef {'waiting' | 'verifying' | 'unlock' | 'seen' | 'controlled' | 'paused' | 'interrupted' | 'ended'} State
 *   verifying = number being read out; unlock = typed there, the consultant has yet to hear of the green check */

/**
 * What the agent's messages and the consultant's tick add up to, while the session lasts; nothing else makes the state.
 * @param {{ interrupted: boolean, verifying: boolean, verified: boolean, confirmed: boolean, grants: number, pause: number }} facts
 * @returns {State}
 */
export function stateOf({ interrupted, verifying, verified, confirmed, grants, pause }) {
  if (interrupted) return 'interrupted';
  if (!verified) return verifying ? 'verifying' : 'waiting';
  if (!confirmed) return 'unlock';
  if ((grants & Grant.view) === 0) return 'waiting';
  const control = (grants & Grant.control) !== 0;
  // A hand on the mouse holds up nobody who has no mouse there.
  if (pause === PauseReason.handOnMouse ? control : pause !== PauseReason.running) return 'paused';
  return control ? 'controlled' : 'seen';
}
