// Elements, made and put in place.

export function element(name, { role, ...properties }, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  if (role) made.setAttribute('role', role);
  made.append(...children);
  return made;
}

// The first heading can take focus, so that a reader begins there.
export const heading = (level, words) => element(`h${level}`, level === 1 ? { tabIndex: -1 } : {}, words);

export const replace = (place, ...children) => place.replaceChildren(...children);

// The place for what is wrong with an input, and what says it there.
export function field(input, id, hint = '') {
  const alert = element('p', { id, role: 'alert', className: 'problem' });
  input.setAttribute('aria-describedby', `${id} ${hint}`.trim());
  const described = (words) => {
    alert.textContent = words;
    input.setAttribute('aria-invalid', String(words !== ''));
  };
  return { alert, described };
}
