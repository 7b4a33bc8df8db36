// What the receiver answers, sealed with the key that came in the package. Without that key an answer can neither be
// read nor written.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

// The version of replies that this page writes.
const VERSION = 1;
// Bytes of a nonce.
const NONCE = 24;

// A reply as a file's text.
export function reply(found, by, answers) {
  const head = `BOMILJO-SVAR ${VERSION} ${found.package}`;
  const text = JSON.stringify({ by, at: new Date().toISOString(), answers });
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const encoder = new TextEncoder();
  const sealed = xchacha20poly1305(fromHex(found.key), nonce, encoder.encode(head)).encrypt(encoder.encode(text));
  return `${head}\n${toHex(nonce)}${toHex(sealed)}\n`;
}

// No two receivers' replies are called alike, nor two days'.
export const fileName = (found) => `svar-${new Date().toISOString().slice(0, 10)}-${found.package.slice(-4)}.bomiljo`;

const fromHex = (text) => Uint8Array.from(text.match(/../g), (it) => parseInt(it, 16));

const toHex = (bytes) => Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('');
