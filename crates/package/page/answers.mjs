// The matters, and what the receiver answers to each.
import { element, field, heading } from './elements.mjs';
import { fileName, reply } from './reply.mjs';
import { say } from './texts.mjs';

const WAYS = ['accepted', 'declined', 'question'];

// Kept while the page is open, also when its language changes.
const said = new Map();
let by = '';
let saved = false;

addEventListener('beforeunload', (event) => { if (said.size > 0 && !saved) event.preventDefault(); });

export function answers(found, view) {
  const count = element('p', { className: 'quiet', role: 'status' });
  const tell = () => { count.textContent = say('answered', { done: said.size, all: view.items.length }); };
  tell();
  return element('section', {},
    heading(2, say('matters')),
    element('p', {}, say('how')),
    ...view.items.map((it) => card(it, tell)),
    count,
    save(found));
}

function card(item, tell) {
  const words = element('textarea', { id: `words-${item.item}`, rows: 2, maxLength: 4_000, autocomplete: 'off' });
  const label = element('label', { htmlFor: words.id });
  const { alert, described } = field(words, `problem-${item.item}`);
  const more = element('div', { className: 'more', hidden: true }, label, words, alert);
  const choose = (status) => {
    saved = false;
    said.set(item.item, { status, offered: item.offered, words: words.value, lacks: described });
    label.textContent = say(`words-${status}`);
    more.hidden = false;
    tell();
  };
  const ways = WAYS.map((status) => {
    const radio = element('input', { type: 'radio', name: `way-${item.item}`, value: status, onchange: () => choose(status) });
    return element('label', { className: 'way' }, radio, say(status));
  });
  words.addEventListener('input', () => {
    saved = false;
    said.get(item.item).words = words.value;
    described('');
  });
  const before = said.get(item.item);
  if (before) {
    words.value = before.words;
    ways[WAYS.indexOf(before.status)].querySelector('input').checked = true;
    choose(before.status);
  }
  return element('fieldset', { className: 'card' },
    element('legend', {}, element('span', { lang: item.title.language }, item.title.text)),
    ...item.lines.map((it) => element('p', { lang: it.language }, it.text)),
    element('div', { className: 'ways' }, ...ways),
    more);
}

function save(found) {
  const name = element('input', { id: 'by', value: by, autocomplete: 'off', maxLength: 200, oninput: () => { by = name.value; saved = false; } });
  const { alert, described } = field(name, 'by-problem');
  const told = element('p', { role: 'status' });
  const press = () => {
    told.textContent = '';
    described('');
    if (lacks(name, described)) return;
    told.textContent = say('saved', { file: hand(found, name.value.trim()) });
  };
  const button = element('button', { type: 'button', className: 'main', onclick: press }, say('save'));
  return element('div', { className: 'card' }, element('label', { htmlFor: 'by' }, say('by')), name, alert, button, told);
}

// Says what is missing, and leads there.
function lacks(name, described) {
  if (said.size === 0) {
    described(say('none'));
    return true;
  }
  for (const [item, it] of said) {
    if (it.words.trim()) continue;
    it.lacks(say('wordless'));
    document.getElementById(`words-${item}`).focus();
    return true;
  }
  if (name.value.trim()) return false;
  described(say('nameless'));
  name.focus();
  return true;
}

// Hands out the file, and returns its name.
function hand(found, name) {
  const all = [...said].map(([item, { status, offered, words }]) => ({ item, offered, status, words: words.trim() }));
  const href = URL.createObjectURL(new Blob([reply(found, name, all)], { type: 'application/octet-stream' }));
  const file = fileName(found);
  saved = true;
  element('a', { href, download: file }).click();
  return file;
}
