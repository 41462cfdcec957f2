import type { Severity } from '../engine/finding.ts';
import { isInlineScript } from '../engine/inline-scripts.ts';
import { attribute, type Element, elementsOf, placeOf } from '../engine/markup.ts';
import { addressedFile } from '../engine/package-address.ts';
import type { Rule } from '../engine/rule.ts';

/** Elements that bring another document or code into the page. */
const FOREIGN = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe']);
/** Attributes that hold an address; a script address there is code. */
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc'];
/** `http-equiv` values that change nothing any more. */
const HARMLESS = new Set(['content-type', 'x-ua-compatible', 'content-language']);

export const htmlScripts: Rule = {
  id: 'html/scripts',
  severity: 'error',
  what: 'Scripts in pages that are inline or come from elsewhere, event handler attributes, frames and policy overrides.',
  why: 'Only files of the package are reviewed and verified; the frame’s security policy refuses everything else.',
  fix: 'Move the code into the bundle and let `portico pack` reference it; add listeners from code.',
  open: ({ release }, report) => {
    const paths = new Set(release.files.map(({ path }) => path));
    const isOrigin = release.isolation === 'origin';
    return {
      file(file) {
        if (file.type !== 'text/html' || !file.document) return;
        const page: Page = {
          isOrigin,
          isPacked: (address) => {
            const path = addressedFile(release, file.path, address);
            return path !== undefined && (!isOrigin || paths.has(path));
          },
        };
        for (const element of elementsOf(file.document)) {
          for (const { message, attr, severity = 'error' } of faultsOf(element, page)) {
            report({ message, severity, file: file.path, ...placeOf(element, attr) });
          }
        }
      },
    };
  },
};

interface Page {
  readonly isOrigin: boolean;
  /** True when an address in the page is a file of the package. */
  isPacked(address: string): boolean;
}

interface Fault {
  readonly message: string;
  readonly attr?: string;
  readonly severity?: Severity;
}

function* faultsOf(element: Element, page: Page): Generator<Fault> {
  const tag = element.tagName;
  if (tag === 'script') yield* scriptFaults(element, page);
  if (FOREIGN.has(tag)) yield { message: `<${tag}> brings in another document; the frame shows none. Remove it.` };
  if (tag === 'base') yield { message: '<base> changes where every address leads. Remove it.' };
  if (tag === 'meta' && attribute(element, 'http-equiv') !== undefined && !isHarmless(element)) {
    yield { message: '<meta http-equiv> is up to the container. Remove it.', attr: 'http-equiv' };
  }
  const rel = attribute(element, 'rel')?.toLowerCase().split(/\s+/) ?? [];
  const href = attribute(element, 'href');
  if (tag === 'link' && rel.includes('stylesheet') && href !== undefined && !page.isPacked(href)) {
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

function* scriptFaults(element: Element, page: Page): Generator<Fault> {
  const src = attribute(element, 'src');
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase();
  if (src !== undefined && !page.isPacked(src)) {
    yield {
      message: `The script ${shown(src)} is not in the package. Bundle it; remote code cannot be reviewed.`,
      attr: 'src',
    };
  }
  if (isInlineScript(element) && !page.isOrigin) yield { message: 'This script is inline. Move it into the bundle.' };
  if (isInlineScript(element) && page.isOrigin) {
    yield { message: 'This script is inline; it runs because its hash is part of the release.', severity: 'note' };
  }
  if ((type === 'importmap' && !page.isOrigin) || type === 'speculationrules') {
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

function isHarmless(element: Element): boolean {
  return HARMLESS.has(attribute(element, 'http-equiv')?.trim().toLowerCase() ?? '');
}

function shown(address: string): string {
  return JSON.stringify(address.slice(0, 80));
}
