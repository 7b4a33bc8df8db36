// Makes src/kit/icon/paths.rs from icons.json, which gives each icon in use its name in Aksel. `npm run icons` writes it;
// `npm run styles` only looks whether it is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { optimize } from "svgo";

const here = new URL("./", import.meta.url).pathname;
const file = `${here}src/kit/icon/paths.rs`;

const plugins = ["preset-default", { name: "mergePaths", params: { force: true } }];

/** The outline of an icon of Aksel's, to a hundredth of a unit. */
function outline(name) {
  const svg = readFileSync(`${here}node_modules/@navikt/aksel-icons/dist/svg/${name}.svg`, "utf8");
  const paths = [...optimize(svg, { floatPrecision: 2, plugins }).data.matchAll(/ d="([^"]+)"/g)];
  if (paths.length !== 1) throw new Error(`${name} is ${paths.length} paths`);
  return paths[0][1];
}

const icons = Object.entries(JSON.parse(readFileSync(`${here}icons.json`, "utf8")));
const rows = icons.map(([icon, aksel]) => `    ${icon}: ${aksel} = "${outline(aksel)}",\n`);
const made = `//! Made by \`npm run icons\` from \`icons.json\` and \`@navikt/aksel-icons\` (MIT, © Nav).\n\nicons! {\n${rows.join("")}}\n`;

if (process.argv.includes("--write")) {
  writeFileSync(file, made);
} else if (readFileSync(file, "utf8") !== made) {
  console.error(`${file} is not what icons.json makes. Run \`npm run icons\` in ui.`);
  process.exit(1);
}
