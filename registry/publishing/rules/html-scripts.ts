import { attribute, type Element, elementsOf, placeOf, textOf } from '../engine/markup.ts';
import type { Rule } from '../engine/rule.ts';

/** Elements that bring another document or code into the page. */
const FOREIGN = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe']);
/** Attributes that hold an address; a script address there is code. */
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc'];
/** `<script>` types that hold data, which no browser runs. */
const DATA_TYPES = new Set(['application/json', 'application/ld+json', 'text/template', 'text/plain']);
const PACKAGED = /^portico:\//;

export const htmlScripts: Rule = {
  id: 'html/scripts',
  severity: 'error',
  what: 'Scripts in pages that are inline or come from elsewhere, event handler attributes, frames and policy overrides.',
  why: 'Only files of the package are reviewed and verified; the frame’s security policy refuses everything else.',
  fix: 'Move the code into the bundle and let `portico pack` reference it; add listeners from code.',
  open: (_pkg, report) => ({
    file(file) {
      if (file.type !== 'text/html' || !file.document) return;
      for (const element of elementsOf(file.document)) {
        for (const { message, attr } of faultsOf(element)) {
          report({ message, file: file.path, ...placeOf(element, attr) });
        }
      }
    },
  }),
};

function* faultsOf(element: Element): Generator<{ message: string; attr?: string }> {
  const tag = element.tagName;
  if (tag === 'script') yield* scriptFaults(element);
  if (FOREIGN.has(tag)) yield { message: `<${tag}> brings in another document; the frame shows none. Remove it.` };
  if (tag === 'base') yield { message: '<base> changes where every address leads. Remove it.' };
  if (tag === 'meta' && attribute(element, 'http-equiv') !== undefined && !isCharset(element)) {
    yield { message: '<meta http-equiv> is up to the container. Remove it.', attr: 'http-equiv' };
  }
  const rel = attribute(element, 'rel')?.toLowerCase().split(/\s+/) ?? [];
  const href = attribute(element, 'href');
  if (tag === 'link' && rel.includes('stylesheet') && href !== undefined && !PACKAGED.test(href)) {
    yield {
      message: `The style sheet ${shown(href)} is not in the package. Import it from code so that it is packed.`,
      attr: 'href',
    };
  }
  for (const { name, value } of element.attrs) {
    if (name.startsWith('on'))
      yield { message: `The handler ${name} is inline code. Use addEventListener.`, attr: name };
    else if (ADDRESSES.includes(name) && isScriptAddress(value)) {
      yield { message: `The address in ${name} is code. Use a button and addEventListener.`, attr: name };
    }
  }
}

function* scriptFaults(element: Element): Generator<{ message: string; attr?: string }> {
  const src = attribute(element, 'src');
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase();
  if (src !== undefined && !PACKAGED.test(src)) {
    yield {
      message: `The script ${shown(src)} is not in the package. Bundle it; remote code cannot be reviewed.`,
      attr: 'src',
    };
  }
  if (src === undefined && !DATA_TYPES.has(type) && textOf(element).trim() !== '') {
    yield { message: 'This script is inline. Move it into the bundle.' };
  }
  if (type === 'importmap' || type === 'speculationrules') {
    yield { message: `A script of type ${type} is the container’s to write. Remove it.`, attr: 'type' };
  }
}

/** Browsers skip control characters and spaces inside a scheme. */
function isScriptAddress(value: string): boolean {
  const compact = [...value]
    .filter((letter) => letter > ' ')
    .join('')
    .toLowerCase();
  return compact.startsWith('javascript:') || compact.startsWith('vbscript:') || compact.startsWith('data:text/html');
}

function isCharset(element: Element): boolean {
  return attribute(element, 'http-equiv')?.toLowerCase() === 'content-type';
}

function shown(address: string): string {
  return JSON.stringify(address.slice(0, 80));
}
