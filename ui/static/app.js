// Starts the interface: fetches the compiled Rust and runs its main function.
import "./stopped.js";

const inWindow = "__TAURI_INTERNALS__" in window;
const ui = import("./ui.js");

if (!inWindow) {
  // The core comes and is compiled beside the interface. What goes wrong with it before the interface
  // listens, waits in `failed`.
  const worker = new Worker("/core/worker.js", { type: "module" });
  window.core = { worker, failed: new Promise((_, reject) => { worker.onerror = reject; }) };
  window.core.failed.catch(() => {});

  // A browser clears what pages store when space runs short, unless it has promised
  // not to. Only a page may ask; whether it was granted, the core's worker tells.
  navigator.storage?.persist?.();
  // The window has no use for a manifest, and no such file.
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "/manifest.webmanifest";
  document.head.append(manifest);
}

// The texts of the language that this page remembers come while the Rust is compiled.
let locale = "nb";
try {
  locale = localStorage.getItem("locale") ?? locale;
} catch {
  // A browser that lets pages remember nothing.
}
const texts = document.createElement("link");
Object.assign(texts, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: `/texts/${locale}.ftl` });
document.head.append(texts);

// What the first page asks for, asked while the Rust is compiled. It takes each answer from here, by
// the request as it would have sent it.
window.ahead = new Map();
if (inWindow && location.pathname === "/") {
  for (const call of ["clock", "status", "today", "suggest"]) {
    const request = JSON.stringify({ call, args: {} });
    window.ahead.set(request, window.__TAURI_INTERNALS__.invoke("call", { request }));
  }
}

// What a browser stores beside the core's data goes when the device is emptied.
window.forgetAll = async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const it of workers) await it.unregister();
};

// What only few need is fetched when they ask for it.
window.files = () => import("/tables/files.js");

ui.then(({ default: start }) => start({ module_or_path: "/ui_bg.wasm" }));

// While that is compiled: the letters, which are otherwise fetched when the first page stands and
// drawn with others until then; and what it takes to write dates.
document.fonts.load('1em "Inter Variable"');
new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format();
