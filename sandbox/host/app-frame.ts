/** The iframe of an app, whatever its level. Where each stands is known here alone. */
const frames = new WeakMap<Element, HTMLIFrameElement>();
/** An element takes one shadow root for good: a frame that comes after one that was given up stands in the same. */
const roots = new WeakMap<Element, ShadowRoot>();

/**
 * Makes the iframe in a closed shadow root of `mount`, which keeps it out of `top.frames`, so that no other guest can get
 * hold of its window. The caller gives it its address and then appends it to `root`.
 */
export function createAppFrame(
  mount: HTMLElement,
  sandbox: string,
): { readonly root: ShadowRoot; readonly element: HTMLIFrameElement } {
  const root = roots.get(mount) ?? mount.attachShadow({ mode: 'closed' });
  roots.set(mount, root);
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', sandbox);
  element.setAttribute('allow', '');
  element.setAttribute('referrerpolicy', 'no-referrer');
  // Through the object model: the container's policy has no room for style attributes.
  Object.assign(element.style, { display: 'block', width: '100%', height: '100%', border: '0' });
  frames.set(mount, element);
  return { root, element };
}

/** Gives the keyboard to the app whose frame stands in `mount`; nothing happens where none does. */
export function focusApp(mount: Element): void {
  frames.get(mount)?.focus({ preventScroll: true });
}
