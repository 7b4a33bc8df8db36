// The page in a package: asks for the passphrase, shows what is handed over, takes answers, and saves them as a file.
import { answers } from './answers.mjs';
import { element, field, heading, replace } from './elements.mjs';
import { opened } from './payload.mjs';
import { drawn } from './sheet.mjs';
import { choose, language, languages, say } from './texts.mjs';

const main = document.getElementById('main');
// Empty on the server's page, where one chooses the file.
const sealed = document.getElementById('package').textContent.trim();

ask('');

// `typed` and `file` are what was there before the language was changed.
function ask(typed, file) {
  document.title = say('closed-title');
  const words = element('input', { id: 'words', value: typed, autocomplete: 'off', autocapitalize: 'none', spellcheck: false, required: true });
  file ??= element('input', { id: 'file', type: 'file', required: true });
  const { alert, described } = field(words, 'words-problem', 'hint');
  const form = element('form', { className: 'card' },
    ...(sealed ? [] : [element('label', { htmlFor: 'file' }, say('choose')), file]),
    element('label', { htmlFor: 'words' }, say('words')),
    element('p', { id: 'hint', className: 'quiet' }, say('ask')),
    words,
    alert,
    element('button', { className: 'main' }, say('open')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    alert.textContent = say('opening');
    // Lets the browser draw that before it reckons.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const found = await source(file).then((it) => opened(it, words.value), () => ({ problem: 'broken' }));
    if (!found.problem) return show(found);
    described(say(found.problem));
    words.focus();
    words.select();
  });
  replace(main, bar(() => ask(words.value, file)), heading(1, say('closed-title')), form);
  words.focus();
}

const source = async (file) => sealed || file.files[0].text();

function show(found) {
  const draw = () => {
    const view = found.page[language()];
    document.title = view.title;
    replace(main, bar(draw), heading(1, view.title), answers(found, view), drawn(view.sheet), files(found));
    main.querySelector('h1').focus();
  };
  draw();
}

// What a reader who knows another of the languages asks for first.
function bar(again) {
  const buttons = languages.map(([tag, name]) => {
    const button = element('button', { type: 'button', lang: tag, onclick: () => { choose(tag); again(); } }, name);
    button.setAttribute('aria-pressed', String(tag === language()));
    return button;
  });
  return element('div', { className: 'languages' }, ...buttons);
}

function files({ files: all }) {
  const links = Object.entries(all).map(([name, bytes]) => {
    const href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    return element('li', {}, element('a', { href, download: name }, name));
  });
  return element('section', {}, heading(2, say('files')), element('ul', {}, ...links));
}
