/**
 * What is measured, said once for both contenders. An app is *ready* when its entry module has run, its root element has
 * drawn itself and a frame has been painted since. The app says so with one message to the page around it, and that page
 * notes the time on the clock that also stamped the tap.
 */

/** Goes into the entry of the app, before everything else, for the sealed app and the plain iframe alike. */
export const appProbe = (rootElement: string): string => `
customElements.whenDefined('${rootElement}').then(async () => {
  await document.querySelector('${rootElement}').updateComplete;
  requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => parent.postMessage({ bench: 'painted' }, '*');
    painted.port2.postMessage(null);
  });
});
`;

export interface HostProbeOptions {
  /** Words on the tile. */
  readonly label: string;
  /** A synthetic click in the first frame that has the tile. */
  readonly tapAtOnce: boolean;
  /** The customer has asked the browser to save data. */
  readonly saveData: boolean;
}

/** Goes into every page that opens the app. */
export const hostProbe = ({ label, tapAtOnce, saveData }: HostProbeOptions): string => `
if (top === self) {
  if (${saveData}) Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });
  const opening = { tappedAt: undefined };
  let ready;
  opening.took = new Promise((resolve) => { ready = resolve; });
  addEventListener('click', (event) => { opening.tappedAt ??= event.timeStamp; }, { capture: true });
  addEventListener('message', (event) => {
    if (event.data?.bench === 'painted') ready(performance.now() - opening.tappedAt);
  });
  const tileIn = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'button' && /${label}/.test(element.textContent)) return element;
      const found = element.shadowRoot && tileIn(element.shadowRoot);
      if (found) return found;
    }
  };
  opening.tile = () => tileIn(document);
  opening.place = () => {
    const box = opening.tile()?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const look = () => {
    const tile = document.body && opening.tile();
    if (tile) tile.click();
    else requestAnimationFrame(look);
  };
  if (${tapAtOnce}) requestAnimationFrame(look);
  window.opening = opening;
}
`;
