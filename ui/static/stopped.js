// The page after a panic. No Rust runs any more, so it is drawn here: what was saved is safe, how to go
// on, and a report that holds nothing that a user typed.
let texts = [
  'Bomiljø stoppet',
  'Det du har lagret, er trygt, og det du holdt på å skrive, er lagret som kladd. Åpne Bomiljø på nytt for å fortsette.',
  'Åpne på nytt',
  'Hjelp oss å rette feilen: Send dette til den som hjelper dere med Bomiljø. Det inneholder ingen opplysninger om beboere eller ansatte.',
  'Kopier',
  'Lagre som fil',
];

window.lastWords = (chosen) => { texts = chosen; };

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const button = (words, variant, onclick) => {
  const made = element('button', { type: 'button', className: 'ds-button', onclick }, words);
  if (variant) made.dataset.variant = variant;
  return made;
};

function save(report) {
  const href = URL.createObjectURL(new Blob([report], { type: 'text/plain' }));
  element('a', { href, download: 'bomiljo.txt' }).click();
  URL.revokeObjectURL(href);
}

// The first report counts: what follows a panic is its consequence.
window.stopped = (said) => {
  if (document.querySelector('.stopped')) return;
  const [title, safe, reload, ask, copy, keep] = texts;
  const report = `${said}\n${navigator.userAgent}`;
  const heading = element('h1', { tabIndex: -1 }, title);
  const page = element('main', { className: 'opening stopped' },
    element('div', { className: 'empty' },
      heading,
      element('p', {}, safe),
      button(reload, '', () => location.reload()),
      element('p', {}, ask),
      element('pre', { tabIndex: 0 }, report),
      element('div', { className: 'chips' },
        button(copy, 'secondary', () => navigator.clipboard.writeText(report)),
        button(keep, 'secondary', () => save(report)))));
  document.body.replaceChildren(page);
  heading.focus();
};
