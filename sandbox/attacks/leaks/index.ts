import { elements } from './elements.ts';
import { styles } from './styles.ts';
import { notations, properties } from './tables.ts';

/** Puts it all into this document; returns how many techniques that were. */
export function leakEverything(evil: string, into: string): number {
  const at = (how: string): string => `${evil}/${into}/${how}?secret`;
  const markup = [...elements(at)];
  const rules = [...styles(at)];
  for (const html of markup) document.body.insertAdjacentHTML('beforeend', html);
  for (const rule of rules) document.head.append(Object.assign(document.createElement('style'), { textContent: rule }));
  for (const property of properties) {
    for (const [name, write] of Object.entries(notations)) {
      const element = document.createElement(`x-${property}-${name}`.toLowerCase());
      element.textContent = 'ABC';
      element.style.setProperty(property, write(at(`inline-${property}-${name}`)));
      document.body.append(element);
    }
  }
  document.body.insertAdjacentHTML(
    'beforeend',
    '<p>ABC</p><input placeholder="x"><input type="file"><ol><li>x</ol><i leak="x">x</i>',
  );
  return markup.length + rules.length + properties.length * Object.keys(notations).length;
}
