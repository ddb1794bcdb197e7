// @ts-check
// The one-time token with which this end joins the relay: 32 bytes, written in base64url.

/**
 * @param {string} text
 * @returns {Uint8Array | null} null when it is no token
 */
export function readToken(text) {
  if (!/^[\w-]{43}$/.test(text)) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}

/**
 * A new token for a lost line.
 * @param {() => Promise<{ ok: boolean, status: number, json: () => Promise<any> }>} ask the desk
 * @returns {Promise<Uint8Array | 'refused' | null>} null = the desk cannot be reached or cannot say; ask again
 */
export async function renewToken(ask) {
  try {
    const answer = await ask();
    if (answer.status === 404) return 'refused';
    return answer.ok ? readToken(String((await answer.json()).token)) : null;
  } catch {
    return null; // no network, or an answer that is cut: the platform's TypeError, AbortError or SyntaxError
  }
}
