import { createHash } from 'node:crypto';
import { parse } from 'parse5';
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

export const isInlineScript = (element: Element): boolean =>
  element.tagName === 'script' &&
  attribute(element, 'src') === undefined &&
  !DATA_TYPES.has((attribute(element, 'type') ?? '').trim().toLowerCase()) &&
  textOf(element).trim() !== '';

/**
 * SHA-256 in base64 of each inline script of an HTML page, as CSP level 3 section 8.3 hashes it: the UTF-8 bytes of the
 * element's text, which the parser has read with its line ends made `\n`.
 */
export function inlineScriptHashes(page: Uint8Array): string[] {
  const decoded = decodeUtf8(page);
  if (!decoded.ok) return [];
  const scripts = [...elementsOf(parse(decoded.text))].filter(isInlineScript);
  return scripts.map((script) => createHash('sha256').update(textOf(script), 'utf8').digest('base64'));
}
