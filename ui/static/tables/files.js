// Files as people have them: read and written by a module that is fetched with this one, when a
// user first picks or asks for a file, and handed out as a browser hands out any download.
import init, { read as readTable, write as writeTable, write_rows as writeRows } from "./tables.js";

const TYPES = {
  csv: "text/csv",
  html: "text/html",
  ics: "text/calendar",
  json: "application/json",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
// As long as a slow device may take to begin, in milliseconds.
const PATIENCE = 60_000;

let loading;
const loaded = () => (loading ??= init({ module_or_path: "/tables/tables_bg.wasm" }).catch(again));

// Without a network the next attempt starts anew.
function again(problem) {
  loading = undefined;
  throw problem;
}

export async function read(file, kind, today, zone) {
  const [bytes] = await Promise.all([file.arrayBuffer(), loaded()]);
  return readTable(new Uint8Array(bytes), kind, today, zone);
}

export async function save(reply, kind, name, locale, zone) {
  await loaded();
  const ending = name.split(".").pop();
  handOut(writeTable(reply, kind, ending, locale, zone), name);
}

export async function saveRows(title, rows, name) {
  await loaded();
  handOut(writeRows(title, rows, name.split(".").pop()), name);
}

export const saveBytes = handOut;

function handOut(bytes, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: TYPES[name.split(".").pop()] }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}
