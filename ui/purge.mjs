// Leaves out of a style sheet what no page has: most of Designsystemet is for components and
// colours that aren't used here.
import { readdirSync, readFileSync } from "node:fs";
import { transform } from "lightningcss";

const here = new URL("./", import.meta.url).pathname;
/** Classes that are put together from a prefix and a value. */
const COMPOSED = /^(kind|colour)-/;

/** Every word that a page could have as a class, or as the name or value of an attribute: all but what comments say. */
function words() {
  const sources = readdirSync(`${here}src`, { recursive: true }).filter((name) => name.endsWith(".rs"));
  const texts = [...sources.map((name) => `src/${name}`), "static/index.html"].map((name) => readFileSync(here + name, "utf8"));
  return new Set(texts.join("\n").replace(/^\s*\/\/.*$/gm, "").match(/[\w-]+/g));
}

/** Whether a page could have an element with all that a selector asks of it by name. */
function occurs(selector, known) {
  return selector.every(({ type, name, operation }) => {
    if (type === "class") return known.has(name) || COMPOSED.test(name);
    if (type !== "attribute" || !name.startsWith("data-")) return true;
    return known.has(name) && (operation?.operator !== "equal" || known.has(operation.value));
  });
}

/** Names of properties that are set and never asked for. */
function unread(code) {
  const all = (pattern) => new Set([...code.toString().matchAll(pattern)].map(([, name]) => name));
  const read = all(/var\((--[\w-]+)/g);
  return [...all(/(--[\w-]+):/g)].filter((name) => !read.has(name));
}

/** The style sheet without rules for what doesn't occur, then without the properties that only those read. */
export function purge(code) {
  const known = words();
  const visitor = { Selector: (selector) => (occurs(selector, known) ? undefined : []) };
  let purged = transform({ filename: "app.css", code, minify: true, visitor }).code;
  for (let before = Infinity; purged.length < before; ) {
    before = purged.length;
    purged = transform({ filename: "app.css", code: purged, minify: true, unusedSymbols: unread(Buffer.from(purged)) }).code;
  }
  return purged;
}
