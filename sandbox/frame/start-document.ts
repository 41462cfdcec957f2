/**
 * Puts the app's entry page in place of the loader's and runs its scripts as a browser would: in order, classic ones
 * before deferred ones and modules. Nodes are moved rather than written with `document.write`, which would load the
 * frame a second time and end the session.
 */
export async function startDocument(html: string, imports: Readonly<Record<string, string>>, nonce: string) {
  const entry = new DOMParser().parseFromString(html, 'text/html');
  replaceAttributes(document.documentElement, entry.documentElement);
  replaceAttributes(document.body, entry.body);

  const map = document.createElement('script');
  map.type = 'importmap';
  map.nonce = nonce;
  map.textContent = JSON.stringify({ imports });
  document.head.replaceChildren(map, ...entry.head.childNodes);
  document.body.replaceChildren(...entry.body.childNodes);

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
  // Nothing tells when a module in the page itself has run, nor when it could not; from an address it does.
  if (script.type === 'module' && !script.hasAttribute('src')) script.src = addressOf(parsed.textContent ?? '');
  else script.textContent = parsed.textContent;
  const event = script.hasAttribute('src') && willRun(script) ? settled(script) : undefined;
  parsed.replaceWith(script);
  if ((await event)?.type === 'error') throw new Error(`could not run ${parsed.getAttribute('src') ?? 'a module'}`);
}

const addressOf = (script: string): string => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
