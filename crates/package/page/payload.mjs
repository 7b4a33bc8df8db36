// Decrypts a package and reads what is in it.
import { Decrypter, armor } from 'age-encryption';
import { strFromU8, unzipSync } from 'fflate';

const ARMOR = /-----BEGIN AGE ENCRYPTED FILE-----[\s\S]*?-----END AGE ENCRYPTED FILE-----/;
// Where the bag's files are.
const DATA = 'overlevering/data/';
// The version that this page can show.
const VERSION = 1;

// What is in a package, or what is wrong: `broken`, `wrong` or `newer`.
export async function opened(source, words) {
  const sealed = ciphertext(source);
  if (!sealed) return { problem: 'broken' };
  const plain = await decrypted(sealed, spoken(words));
  if (plain.problem) return plain;
  try {
    const entries = unzipSync(plain.bytes);
    const page = JSON.parse(strFromU8(entries[`${DATA}page.json`]));
    return page.version > VERSION ? { problem: 'newer' } : { page: page.languages, ...page, files: documents(entries) };
  } catch {
    return { problem: 'broken' };
  }
}

function ciphertext(source) {
  try {
    return armor.decode(source.match(ARMOR)[0]);
  } catch {
    return undefined;
  }
}

// A passphrase that does not fit and a file that was altered fail at different places.
async function decrypted(sealed, words) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(words);
  try {
    return { bytes: await decrypter.decrypt(sealed) };
  } catch (failure) {
    return { problem: /no identity matched/.test(failure.message) ? 'wrong' : 'broken' };
  }
}

// As it was meant, however it was typed.
const spoken = (words) => words.toLowerCase().split(/[^a-z]+/).filter(Boolean).join('-');

function documents(entries) {
  const names = Object.keys(entries).filter((it) => it.startsWith(DATA) && it.endsWith('.pdf'));
  return Object.fromEntries(names.sort().map((it) => [it.slice(DATA.length), entries[it]]));
}
