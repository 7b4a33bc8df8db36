// Starts the interface: fetches the compiled Rust and runs its main function.
import start from "./ui.js";

if (!("__TAURI_INTERNALS__" in window)) {
  // A browser clears what pages store when space runs short, unless it has promised
  // not to. Only a page may ask; whether it was granted, the core's worker tells.
  navigator.storage?.persist?.();
  // The window has no use for a manifest, and no such file.
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "/manifest.webmanifest";
  document.head.append(manifest);
}

// What only few need is fetched when they ask for it.
window.files = () => import("/tables/files.js");

start({ module_or_path: "/ui_bg.wasm" });
