// A document as its parts, drawn as a page.
import { element, heading } from './elements.mjs';

// The whole document without its title.
export const drawn = ({ blocks }) => element('div', { className: 'sheet' }, ...blocks.flatMap(block));

function block(it) {
  switch (it.block) {
    case 'heading': return [heading(it.level + 1, words(it.words))];
    case 'paragraph': return [element('p', { className: it.look }, said(it.words))];
    case 'facts': return [element('dl', {}, ...it.rows.flatMap(([label, value]) => [element('dt', {}, said(label)), element('dd', {}, said(value))]))];
    case 'points': return [element('ul', {}, ...it.items.map((item) => element('li', {}, words(item))))];
    case 'table': return [table(it)];
    case 'frame': return [element('div', { className: 'card', lang: it.language }, ...it.blocks.flatMap(block))];
    // A page has no pages.
    default: return [];
  }
}

function table({ head, rows }) {
  const row = (cell, lines) => element('tr', {}, ...lines.map((it) => element(cell, {}, words(it))));
  const name = head.map((it) => it[0].text).join(', ');
  return element('div', { className: 'wide', role: 'group', ariaLabel: name, tabIndex: 0 },
    element('table', {}, element('thead', {}, row('th', head)), element('tbody', {}, ...rows.map((it) => row('td', it)))));
}

const words = (lines) => element('span', {}, ...lines.map((it) => element('span', { className: 'line', lang: it.language }, it.text)));

const said = ({ text, language }) => element('span', { lang: language, className: 'said' }, text);
