// Destroys all that the core stores in this browser: first the key, without which nothing else can be read, then
// each file. What a disk overwrites may still be on it somewhere; the key that is gone is the protection.
import { forgetKey, forgotten } from './vault.js';

// How many bytes are overwritten at once.
const PIECE = 65_536;

export async function purge() {
  await forgetKey();
  await empty(await navigator.storage.getDirectory());
  await forgotten();
}

async function empty(folder) {
  const inside = [];
  for await (const entry of folder.entries()) inside.push(entry);
  for (const [name, entry] of inside) {
    await (entry.kind === 'directory' ? empty(entry) : overwrite(entry));
    await folder.removeEntry(name);
  }
}

async function overwrite(file) {
  const access = await file.createSyncAccessHandle();
  const piece = new Uint8Array(PIECE);
  const size = access.getSize();
  for (let at = 0; at < size; at += PIECE) {
    crypto.getRandomValues(piece);
    access.write(piece.subarray(0, Math.min(PIECE, size - at)), { at });
  }
  access.flush();
  access.close();
}
