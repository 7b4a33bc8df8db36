// Gathers the icons that the interface names into dist/icons.svg, one file for all pages.
import { readFileSync, writeFileSync } from "node:fs";
import { optimize } from "svgo";

const here = new URL("./", import.meta.url).pathname;
const folder = `${here}node_modules/@navikt/aksel-icons/dist/svg/`;

/** The names, from the one table that has them. */
function names() {
  const table = readFileSync(`${here}src/components/icon.rs`, "utf8");
  return new Set([...table.matchAll(/Self::\w+ => "(\w+)"/g)].map(([, name]) => name));
}

/** Its paths, to a hundredth of a unit: nobody sees more, and it thirds the file. */
function symbol(name) {
  const { data } = optimize(readFileSync(`${folder}${name}.svg`, "utf8"), { floatPrecision: 2, multipass: true });
  const paths = data.replace(/^<svg[^>]*>|<\/svg>$/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`;
}

export function buildIcons() {
  const symbols = [...names()].sort().map(symbol).join("\n");
  writeFileSync(`${here}dist/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols}\n</svg>\n`);
}
