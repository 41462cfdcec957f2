import type { Node } from 'oxc-parser';
import type { FileUnderReview } from '../engine/file-under-review.ts';
import { elementsOf, placeOf } from '../engine/markup.ts';
import type { Rule } from '../engine/rule.ts';
import { globalName, nodesOf, propertyName, stringValue } from '../engine/syntax.ts';

/** Linear by construction: one character class after a fixed beginning. */
const ADDRESS = /(?:https?|wss?):\/\/[A-Za-z0-9._~%[\]:-]{1,253}/g;
/** Functions that make a request of their first argument (`open` of XMLHttpRequest: of its second). */
const REQUESTS = new Set([
  'fetch',
  'WebSocket',
  'EventSource',
  'Worker',
  'SharedWorker',
  'sendBeacon',
  'importScripts',
  'Request',
]);
/** Names of vocabularies, which look like addresses and are never fetched. */
const NAMESPACES = new Set(['http://www.w3.org', 'http://schema.org', 'https://schema.org', 'http://ns.adobe.com']);
/** Attributes from which a browser loads by itself. */
const LOADED = new Set(['src', 'srcset', 'poster', 'data', 'background']);

export const networkDomains: Rule = {
  id: 'network/domains',
  severity: 'error',
  what: 'Requests to addresses that the manifest does not declare, addresses without https, and declared ones never used.',
  why: 'The frame’s security policy blocks undeclared addresses; what http carries, anybody on the way can change.',
  fix: 'Declare the origin under portico.domains, or call your own server through net.request and portico.backends.',
  open(pkg, report) {
    const { connect, image, media } = pkg.release.domains;
    const declared = new Set([...connect, ...image, ...media]);
    const mentioned = new Set<string>();
    const judge = (address: string, isLoaded: boolean, where: { file: string; line?: number; column?: number }) => {
      const origin = originOf(address);
      if (origin === undefined || NAMESPACES.has(origin)) return;
      const secure = origin.replace(/^wss:/, 'https:');
      mentioned.add(secure);
      if (/^(?:http|ws):/.test(origin)) {
        const severity = isLoaded ? 'error' : 'warning';
        report({
          ...where,
          severity,
          message: `${origin} is not encrypted. Use https, or remove it if it is a leftover.`,
        });
      } else if (!declared.has(secure)) {
        const severity = isLoaded ? 'error' : 'note';
        report({
          ...where,
          severity,
          message: `${origin} is not declared. Declare it under portico.domains if the app loads from it.`,
        });
      }
    };
    return {
      file(file) {
        for (const { address, isLoaded, line, column } of addressesIn(file)) {
          judge(address, isLoaded, { file: file.path, ...(line && { line }), ...(column && { column }) });
        }
      },
      end() {
        for (const origin of declared) {
          if (mentioned.has(origin)) continue;
          report({
            severity: 'warning',
            message: `The manifest declares ${origin}, yet no file mentions it. Remove the declaration.`,
          });
        }
      },
    };
  },
};

interface Address {
  readonly address: string;
  readonly isLoaded: boolean;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

function* addressesIn(file: FileUnderReview): Generator<Address> {
  if (file.program) {
    const requested = requestArguments(file.program);
    for (const node of nodesOf(file.program)) {
      const text = node.type === 'TemplateElement' ? node.value.cooked : stringValue(node);
      for (const address of text?.match(ADDRESS) ?? []) {
        yield { address, isLoaded: requested.has(node), ...file.positionOf(node.start) };
      }
    }
  } else if (file.document) {
    for (const element of elementsOf(file.document)) {
      for (const { name, value } of element.attrs) {
        const isLoaded = LOADED.has(name) || (name === 'href' && element.tagName === 'link') || name === 'style';
        for (const address of value.match(ADDRESS) ?? []) yield { address, isLoaded, ...placeOf(element, name) };
      }
    }
  } else if (file.type === 'text/css') {
    for (const match of (file.text ?? '').matchAll(ADDRESS)) {
      yield { address: match[0], isLoaded: true, ...file.positionOf(match.index) };
    }
  }
}

/** The nodes that are given to a function which makes a request of them. */
function requestArguments(program: Node & { type: 'Program' }): Set<Node> {
  const found = new Set<Node>();
  for (const node of nodesOf(program)) {
    if (node.type === 'ImportExpression') found.add(node.source);
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const name = globalName(node.callee) ?? propertyName(node.callee);
    const argument = name === 'open' ? node.arguments[1] : node.arguments[0];
    if (argument === undefined || name === undefined || !(REQUESTS.has(name) || name === 'open')) continue;
    found.add(argument);
    if (argument.type === 'TemplateLiteral' && argument.quasis[0]) found.add(argument.quasis[0]);
  }
  return found;
}

function originOf(address: string): string | undefined {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    // Not an address after all, e.g. a template cut off before its host.
    return undefined;
  }
}
