// What the page says, in the languages that it has.
const all = JSON.parse(document.getElementById('texts').textContent);

export const languages = Object.entries(all).map(([tag, texts]) => [tag, texts.language]);

export const language = () => document.documentElement.lang;

export const choose = (tag) => { document.documentElement.lang = tag; };

// The text of that name, with values filled in.
export function say(name, values = {}) {
  const text = all[language()][name];
  return Object.entries(values).reduce((said, [key, value]) => said.replaceAll(`{$${key}}`, value), text);
}
