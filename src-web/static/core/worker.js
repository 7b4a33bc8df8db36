// The core's worker: one tab at a time, the key from the browser's vault, then calls.
import init, { Core, letFilesGo } from './web.js';
import { databaseKey, isForgetting, noteOpened, wasOpened } from './vault.js';

// How long a page that is being reloaded may take to let go once the new one wants to start, in milliseconds. A
// browser may take two seconds to end a worker that is at work.
const PATIENCE = 5_000;

// Held for as long as this worker lives; the worker of a second page waits in vain.
const patience = new AbortController();
const owns = new Promise((resolve) => {
  const hold = () => {
    resolve(true);
    return new Promise(() => {});
  };
  navigator.locks.request('bomiljo', { signal: patience.signal }, hold).catch(() => resolve(false));
});

// Fetched and compiled before the page says how to start, which tells what became of it.
const compiled = init();
compiled.catch(() => {});

const waiting = [];
let core;

// First comes how to start, then calls.
self.onmessage = ({ data }) => {
  if (data.start) start(data.start);
  else if (core) answer(data);
  else waiting.push(data);
};

// The core asks for it when the device is emptied, once its database is closed.
self.destroyAll = async () => {
  letFilesGo();
  await purge();
};

async function purge() {
  const { purge } = await import('./purge.js');
  await purge();
}

async function answer({ id, request }) {
  self.postMessage({ id, reply: await core.call(request) });
}

// A test moves the clock of a core that is built to be tested by `clockOffset` milliseconds.
async function start({ clockOffset }) {
  if (!navigator.storage?.getDirectory) return refuse('no-storage');
  setTimeout(() => patience.abort(), PATIENCE);
  if (!(await owns)) return refuse('already-open');
  const persistent = await isPersistent();
  try {
    await compiled;
    if (await isForgetting()) await purge();
    core = await Core.open(await databaseKey(), await wasOpened(), clockOffset);
    await noteOpened(true).catch(() => {});
  } catch (problem) {
    // Told once; the next start begins anew.
    if (String(problem).includes('missing-data')) await noteOpened(false);
    return refuse(String(problem));
  }
  self.postMessage({ ready: true, persistent });
  waiting.splice(0).forEach(answer);
}

// Whether the browser has promised not to clear away what is stored. Only a page
// may ask for it, so ui/static/app.js does; a worker can only look.
async function isPersistent() {
  return (await navigator.storage.persisted?.()) ?? false;
}

function refuse(problem) {
  self.postMessage({ ready: false, problem });
}
