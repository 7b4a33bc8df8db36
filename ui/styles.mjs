// Makes dist/app.css and dist/fonts/ from styles/, our theme and Designsystemet, and copies static/
// beside them. Run by `npm run styles`.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { bundle } from "lightningcss";
import { purge } from "./purge.mjs";

const here = new URL("./", import.meta.url).pathname;
const theme = `${here}node_modules/.cache/theme/`;
const config = `${here}theme.config.json`;

/** The theme's tokens take ten seconds to work out, so they are kept until the configuration changes. */
function buildTheme() {
  const built = `${theme}bomiljo.css`;
  if (existsSync(built) && statSync(built).mtimeMs > statSync(config).mtimeMs) return;
  rmSync(theme, { recursive: true, force: true });
  mkdirSync(theme, { recursive: true });
  const tool = `${here}node_modules/.bin/designsystemet`;
  const run = (...args) => execFileSync(tool, args, { cwd: theme, stdio: "ignore" });
  writeFileSync(`${theme}theme.config.json`, readFileSync(config));
  run("tokens", "create", "--config", "theme.config.json");
  run("tokens", "build", "--tokens", "tokens", "--out-dir", ".");
}

/** Inter, as far as the languages of the interface and of most names go. */
function copyFonts() {
  const files = `${here}node_modules/@fontsource-variable/inter/files/`;
  mkdirSync(`${here}dist/fonts`, { recursive: true });
  for (const subset of ["latin", "latin-ext", "cyrillic", "cyrillic-ext"]) {
    copyFileSync(`${files}inter-${subset}-wght-normal.woff2`, `${here}dist/fonts/inter-${subset}.woff2`);
  }
}

// What Designsystemet finds out by looking at what a field holds or at what comes before, and what says it here. A rule
// of that sort about any element (`:has(…) > *`, `* + *`) has the browser style the whole page, or all that comes
// after, anew whenever anything is added.
const SAID = [
  [/:has\(input\[type=radio\],input\[type=checkbox\]\)/g, ".flag"],
  [/\.flag:has\(input:focus-visible\) \*/g, ".flag:focus-within *"],
  [/>\*\+\*/g, ">:where(:not(:first-child))"],
  // No field of ours is ever disabled.
  [/\.ds-field:has\(\.ds-input\[aria-disabled=true\],\.ds-input:disabled\)>\*\{[^}]*\}/g, ""],
];

function said(code) {
  const css = SAID.reduce((css, [looked, said]) => {
    if (!looked.test(css)) throw new Error(`Designsystemet no longer has ${looked}`);
    return css.replace(looked, said);
  }, Buffer.from(code).toString());
  const dear = css.match(/(:has\([^{}]*\)[ >]+|[+~])\*(?=[,{])/);
  if (dear) throw new Error(`${dear[0]} has too much styled anew`);
  return css;
}

function buildStyles() {
  const { code } = bundle({
    filename: `${here}styles/app.css`,
    minify: true,
    targets: { chrome: 111 << 16, safari: (16 << 16) | (4 << 8), firefox: 128 << 16 },
  });
  writeFileSync(`${here}dist/app.css`, said(purge(code)));
}

buildTheme();
mkdirSync(`${here}dist`, { recursive: true });
cpSync(`${here}static`, `${here}dist`, { recursive: true });
copyFonts();
buildStyles();
