// Starts the app with no network at all: everything it consists of is kept when it
// is installed, and a new version takes over when the old one's last page closes.
const VERSION = '__VERSION__';
const FILES = __FILES__;
// What only few need: fetched once everything else has been, for when there is no network by then.
const LATER = __LATER__;

// The server's own, and the page for receivers who do not have the app.
const NOT_OURS = /^\/(v1\/|healthz$|pakke(\/|$))/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES.map(fresh))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
  later();
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === self.location.origin && event.request.method === 'GET';
  if (ours && !NOT_OURS.test(url.pathname)) {
    event.respondWith(answer(event.request, url.pathname));
    event.waitUntil(later());
  }
});

// Tried once while this worker lives: on a full phone each attempt would fail, and cost as much.
let trying;
const later = () => (trying ??= keepLater().catch(() => {}));

async function keepLater() {
  const cache = await caches.open(VERSION);
  const kept = await Promise.all(LATER.map((path) => cache.match(path)));
  const missing = LATER.filter((_, at) => !kept[at]);
  if (missing.length > 0 && (await isServed())) {
    await cache.addAll(missing.map((path) => new Request(fresh(path), { priority: 'low' })));
  }
}

// The next version's files don't fit this one's.
async function isServed() {
  return (await (await fetch(fresh('/sw.js'))).text()).includes(VERSION);
}

// The server is asked whether a file is still the one that the page has just fetched.
const fresh = (path) => new Request(path, { cache: 'no-cache' });

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)));
}

// A page's address is the interface's to understand, so each gets the one page there is.
async function answer(request, path) {
  const cache = await caches.open(VERSION);
  const kept = await cache.match(request.mode === 'navigate' ? '/index.html' : path);
  return kept ?? fetch(request);
}
