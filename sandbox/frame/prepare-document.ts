import type { PackageUrls } from './package-urls.ts';

/**
 * Reads the app's entry page and gets its files in place; nothing of the app runs, loads or shows yet. The returned
 * function puts the page in place of the loader's and runs its scripts as a browser would: in order, classic ones
 * before deferred ones and modules. Nodes are moved rather than written with `document.write`, which would load the
 * frame a second time and end the session.
 * `inTime`: there is time until then, in which its modules are compiled; otherwise those that can stand in the page itself.
 */
export function prepareDocument(html: string, urls: PackageUrls, nonce: string, inTime: boolean): () => Promise<void> {
  const entry = new DOMParser().parseFromString(urls.replaceIn(html), 'text/html');
  for (const script of entry.querySelectorAll<HTMLScriptElement>('script[src]')) {
    const src = script.getAttribute('src') ?? '';
    const text = script.type === 'module' && !inTime ? urls.takeText(src) : undefined;
    if (text === undefined) {
      script.setAttribute('src', urls.addressOf(src));
    } else {
      script.removeAttribute('src');
      script.textContent = text;
    }
  }
  for (const link of entry.querySelectorAll('link[href]')) {
    link.setAttribute('href', urls.addressOf(link.getAttribute('href') ?? ''));
  }
  const map = document.createElement('script');
  map.type = 'importmap';
  map.nonce = nonce;
  map.textContent = JSON.stringify({ imports: urls.imports() });
  // In force before the first module: a browser may take no map after that.
  document.head.append(map);
  if (inTime) compileModules(entry);
  return () => start(entry, map, nonce);
}

/** Fetched and compiled, with all they import; none of them runs. */
function compileModules(entry: Document): void {
  for (const { src } of entry.querySelectorAll<HTMLScriptElement>('script[type=module][src]')) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = src;
    document.head.append(link);
  }
}

async function start(entry: Document, map: HTMLScriptElement, nonce: string): Promise<void> {
  replaceAttributes(document.documentElement, entry.documentElement);
  replaceAttributes(document.body, entry.body);
  document.head.replaceChildren(map, contentsOf(entry.head));
  document.body.replaceChildren(contentsOf(entry.body));

  await Promise.all([...document.querySelectorAll<HTMLLinkElement>(STYLE_SHEETS)].filter(willLoad).map(settled));
  const scripts = [...document.scripts].filter((script) => script !== map);
  for (const script of [...scripts.filter(isImmediate), ...scripts.filter((script) => !isImmediate(script))]) {
    await run(script, nonce);
  }
  // The page's own have passed before the app came; some apps wait for them.
  document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
  dispatchEvent(new Event('load'));
}

const STYLE_SHEETS = 'link[rel~=stylesheet][href]:not([href=""]):not([disabled])';
/** Of what browsers pass over, such as the old bundle for browsers without modules, no event ever tells: not to be waited for. */
const willLoad = ({ type }: HTMLLinkElement): boolean => type === '' || /^text\/css\b/i.test(type);
const willRun = ({ type, noModule }: HTMLScriptElement): boolean =>
  type === 'module' ||
  (!noModule && /^(?:(?:text|application)\/(?:x-)?(?:java|ecma|j|live)script[0-9.]*)?$/i.test(type.trim()));

/** All at once, and not as arguments: a page may have more nodes than a call takes. */
function contentsOf(element: Element): DocumentFragment {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.extractContents();
}

function replaceAttributes(to: Element, from: Element): void {
  for (const { name } of [...to.attributes]) to.removeAttribute(name);
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
}

const isImmediate = (script: HTMLScriptElement): boolean =>
  script.type !== 'module' && !(script.defer && script.hasAttribute('src'));

/** Resolves with the event once the element has loaded or failed to. */
function settled(element: Element): Promise<Event> {
  return new Promise((resolve) => {
    element.addEventListener('load', resolve, { once: true });
    element.addEventListener('error', resolve, { once: true });
  });
}

/** Parsed scripts are inert; a copy runs. Inline ones get the page's nonce: they are as reviewed as every other file. */
async function run(parsed: HTMLScriptElement, nonce: string): Promise<void> {
  const script = document.createElement('script');
  for (const { name, value } of parsed.attributes) script.setAttribute(name, value);
  script.async = false;
  script.nonce = nonce;
  script.textContent = parsed.textContent;
  const fetched = script.hasAttribute('src');
  const event = willRun(script) && (fetched || script.type === 'module') ? settled(script) : undefined;
  const stopWatching = event && !fetched ? failWhenBlocked(script) : undefined;
  parsed.replaceWith(script);
  if (!fetched && event) afterModules(nonce, () => script.dispatchEvent(new Event('load')));
  const ended = await event;
  stopWatching?.();
  if (ended?.type === 'error') throw new Error(`could not run ${parsed.getAttribute('src') ?? 'a module'}`);
}

/** A policy in the app's own page may forbid a script that stands in it; no event of the script's own tells. */
function failWhenBlocked(script: HTMLScriptElement): () => void {
  const hear = ({ target }: SecurityPolicyViolationEvent): void => {
    if (target === script) script.dispatchEvent(new Event('error'));
  };
  document.addEventListener('securitypolicyviolation', hear);
  return () => document.removeEventListener('securitypolicyviolation', hear);
}

/** Nothing tells when a module in the page itself has run; the next one in the page runs after it. */
function afterModules(nonce: string, then: () => void): void {
  const name = `portico-${crypto.randomUUID()}`;
  document.addEventListener(name, then, { once: true });
  const next = document.createElement('script');
  next.type = 'module';
  next.async = false;
  next.nonce = nonce;
  next.textContent = `document.dispatchEvent(new Event('${name}'))`;
  document.head.append(next);
  next.remove();
}
