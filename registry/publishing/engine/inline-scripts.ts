import { createHash } from 'node:crypto';
import { defaultTreeAdapter, parse } from 'parse5';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { decodeUtf8 } from '../../../sandbox/contract/json/index.ts';
import { attribute, type Element, elementsOf, textOf } from './markup.ts';

/** `<script>` types that hold data, which no browser runs. */
const DATA_TYPES: ReadonlySet<string> = new Set([
  'application/json',
  'application/ld+json',
  'text/template',
  'text/html',
  'text/plain',
]);

/** Elements of all pages of a package together, those counted again that the parser opens again. */
const MOST_ELEMENTS = 1_000_000;

/** What is left of them for the pages not yet read. */
export interface ElementBudget {
  left: number;
}
export const elementBudget = (): ElementBudget => ({ left: MOST_ELEMENTS });

/**
 * A tag of three letters can make the parser open several elements, each of which takes a hundred times the tag's
 * memory.
 */
function parseWithin(budget: ElementBudget, html: string, file: string) {
  const onItemPush = (): void => {
    budget.left -= 1;
    if (budget.left < 0) throw new PorticoError('ERR_PACKAGE_PAGE_ELEMENTS', { data: { file } });
  };
  return parse(html, { treeAdapter: { ...defaultTreeAdapter, onItemPush } });
}

export const isInlineScript = (element: Element): boolean =>
  element.tagName === 'script' &&
  attribute(element, 'src') === undefined &&
  !DATA_TYPES.has((attribute(element, 'type') ?? '').trim().toLowerCase()) &&
  textOf(element).trim() !== '';

/**
 * SHA-256 in base64 of each inline script of an HTML page, as CSP level 3 section 8.3 hashes it: the UTF-8 bytes of the
 * element's text, which the parser has read with its line ends made `\n`.
 * @throws PorticoError ERR_PACKAGE_PAGE_ELEMENTS
 */
export function inlineScriptHashes(page: Uint8Array, file: string, budget: ElementBudget): string[] {
  const decoded = decodeUtf8(page);
  if (!decoded.ok) return [];
  const scripts = [...elementsOf(parseWithin(budget, decoded.text, file))].filter(isInlineScript);
  return scripts.map((script) => createHash('sha256').update(textOf(script), 'utf8').digest('base64'));
}
