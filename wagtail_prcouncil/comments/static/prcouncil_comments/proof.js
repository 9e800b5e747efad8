// Solves the ALTCHA challenge (version 2 of the protocol) of a form; see proofs.py. The work is the browser's
// own PBKDF2, which runs beside the page: nothing stops while somebody types, and no worker, no WebAssembly
// and no script of others is needed. Any widget that speaks the protocol may stand in its place.

const bytesOf = hex => Uint8Array.from(hex.match(/../g), pair => parseInt(pair, 16));
const hexOf = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");

// The field's value: challenge and solution. Empty when it is not wanted any more, or where a browser lends
// PBKDF2 to nobody: without HTTPS.
export const solve = async (challenge, isWanted = () => true) => {
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
  const [name, hash] = algorithm.split("/");
  const how = { name, hash, iterations: cost, salt: bytesOf(salt) };
  const start = bytesOf(nonce), password = new Uint8Array(start.length + 4), counted = new DataView(password.buffer, start.length);
  password.set(start);
  for (let counter = 0; crypto.subtle && isWanted(); counter++) {
    counted.setUint32(0, counter);
    const key = await crypto.subtle.importKey("raw", password, name, false, ["deriveBits"]);
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8)));
    if (derivedKey.startsWith(keyPrefix)) return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  }
  return "";
};
