/**
 * The only script of the frame page. It proves to the host which document it is, receives the port and the app's files
 * once, builds the app from them and hands the port on. Runs before any code of the app and leaves nothing behind.
 */
import { cardEvents } from '../contract/card/records.ts';
import { type HostOpen, isHostOpen, type LoaderHello } from '../contract/handshake.ts';
import { BRIDGE_VERSION, type EventMessage } from '../contract/messages.ts';
import { offerPort } from '../guest/hand-over.ts';
import { startCardWorker } from './card-worker.ts';
import { createPackageUrls } from './package-urls.ts';
import { startDocument } from './start-document.ts';

const own = document.currentScript as HTMLScriptElement;
const container = own.dataset.container ?? '';
const pageNonce = own.nonce;
/** The host's secret; the app must not see it, and finds an address without a fragment. */
const secret = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const hello: LoaderHello = { portico: 'loader', versions: [BRIDGE_VERSION], nonce: secret };

addEventListener('message', function receive(event: MessageEvent<unknown>) {
  const { source, origin, data, ports } = event;
  const [port] = ports;
  if (source !== parent || origin !== container || !isHostOpen(data, secret) || port === undefined) return;
  removeEventListener('message', receive);
  if (data.card) startCard(data, port);
  else void start(data, port);
});
parent.postMessage(hello, container);

function startCard(open: HostOpen, port: MessagePort): void {
  try {
    startCardWorker(open, port);
  } catch (error) {
    reportError(error);
    port.postMessage({ type: 'event', name: cardEvents.failed, payload: null } satisfies EventMessage);
  }
}

async function start({ version, entry, files }: HostOpen, port: MessagePort): Promise<void> {
  const say = (name: 'ready' | 'failed'): void =>
    port.postMessage({ type: 'event', name, payload: null } satisfies EventMessage);
  let taken = false;
  let stopAnswering: (() => void) | undefined;
  offerPort(globalThis, { version, port }, () => {
    taken = true;
    stopAnswering?.();
  });
  try {
    const utf8 = new TextDecoder();
    const decode = (bytes: ArrayBuffer): string => utf8.decode(bytes);
    const urls = createPackageUrls(files, decode);
    const page = files.find(({ path }) => path === entry);
    await startDocument(urls.replaceIn(page ? decode(page.bytes) : ''), urls.imports, pageNonce);
    // Until now whatever the host said has waited in the port for the SDK.
    if (!taken) stopAnswering = answerPings(port);
    say('ready');
  } catch (error) {
    reportError(error);
    say('failed');
  }
}

/** For an app that does not use the SDK, or not yet: the host must still be able to tell whether it hangs. */
function answerPings(port: MessagePort): () => void {
  const answer = ({ data }: MessageEvent<unknown>): void => {
    const { type } = data as { readonly type?: unknown };
    if (type === 'ping') port.postMessage({ type: 'pong' });
  };
  port.addEventListener('message', answer);
  port.start();
  return () => port.removeEventListener('message', answer);
}
