// The browser's key store: a WebCrypto key that cannot be extracted, kept in
// IndexedDB, wraps the random key that opens the database.

const NAME = 'bomiljo-vault';
const STORE = 'keys';

// Destroys the key and what is noted of the database. Until `forgotten` is called, it is noted that this began.
export async function forgetKey() {
  const vault = await openVault();
  const transaction = vault.transaction(STORE, 'readwrite', { durability: 'strict' });
  transaction.objectStore(STORE).put(true, 'emptying');
  transaction.objectStore(STORE).delete('database');
  transaction.objectStore(STORE).delete('opened');
  await ended(transaction);
}

// Whether a device began to be emptied, and was interrupted.
export async function isForgetting() {
  return Boolean(await get(await openVault(), 'emptying'));
}

// Removes the vault.
export async function forgotten() {
  await settled(indexedDB.deleteDatabase(NAME));
}

export async function databaseKey() {
  const vault = await openVault();
  const kept = await get(vault, 'database');
  if (kept) return unwrap(kept);
  const fresh = await make();
  // The first to write wins, should two ever start at once.
  await add(vault, 'database', fresh.kept);
  return fresh.bytes;
}

// Whether the database that the key opens was ever made: then a missing one is a lost one.
export async function wasOpened() {
  return Boolean(await get(await openVault(), 'opened'));
}

export async function noteOpened(opened) {
  const vault = await openVault();
  await settled(vault.transaction(STORE, 'readwrite', { durability: 'strict' }).objectStore(STORE).put(opened, 'opened'));
}

async function make() {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
  return { bytes, kept: { key, iv, wrapped } };
}

async function unwrap({ key, iv, wrapped }) {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, wrapped));
}

async function openVault() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const vault = await settled(request);
  // Otherwise it could not be removed.
  vault.onversionchange = () => vault.close();
  return vault;
}

const get = (vault, name) => settled(vault.transaction(STORE).objectStore(STORE).get(name));

function add(vault, name, value) {
  const transaction = vault.transaction(STORE, 'readwrite', { durability: 'strict' });
  transaction.objectStore(STORE).add(value, name);
  return ended(transaction);
}

function ended(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
