/**
 * The only script of the frame page. It proves to the host which document it is, receives the app's files and the
 * port, each once, builds the app from them and hands the port on. Runs before any code of the app and leaves nothing behind.
 */
import { cardEvents } from '../contract/card/records.ts';
import { type HostFill, type HostOpen, isHostFill, isHostOpen, type LoaderHello } from '../contract/handshake.ts';
import { BRIDGE_VERSION, type EventMessage } from '../contract/messages.ts';
import { offerPort } from '../guest/hand-over.ts';
import { startCardWorker } from './card-worker.ts';
import { createPackageUrls } from './package-urls.ts';
import { prepareDocument } from './prepare-document.ts';

const own = document.currentScript as HTMLScriptElement;
const container = own.dataset.container ?? '';
const pageNonce = own.nonce;
/** The host's secret; the app must not see it, and finds an address without a fragment. */
const secret = location.hash.slice(1);

type Start = () => Promise<void>;
/** What came ahead, and what was made of it. */
let ahead: HostFill | undefined;
let ready: Start | undefined;
let gettingReady: ReturnType<typeof setTimeout> | undefined;

// Whoever has the other end is the page around this one, at the container's origin: the browser hands it to nobody else.
const { port1: starter, port2: greeting } = new MessageChannel();
starter.onmessage = ({ data: word, ports: [bridge] }: MessageEvent<unknown>) => {
  if (ahead === undefined && isHostFill(word, secret)) {
    const files = word;
    ahead = files;
    // The word to start may be right behind: then there is no time in which to compile ahead.
    gettingReady = setTimeout(() => {
      ready = fill(files, { inTime: true });
    });
    return;
  }
  starter.onmessage = null;
  clearTimeout(gettingReady);
  if (bridge === undefined || !isHostOpen(word, secret)) starter.close();
  else void open(word, bridge).then(tellDrawn);
};
parent.postMessage({ portico: 'loader', versions: [BRIDGE_VERSION], nonce: secret } satisfies LoaderHello, container, [
  greeting,
]);
history.replaceState(null, '', location.pathname);

async function open(word: HostOpen, port: MessagePort): Promise<void> {
  if (word.card) startCard(word, port);
  else await start(word.version, ready ?? fill(ahead ?? word, { inTime: false }), port);
}

/** A host that waits for this draws what stands around the app only now. The app could say it too, and gain nothing. */
function tellDrawn(): void {
  requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => {
      after.port1.close();
      starter.postMessage(null);
    };
    after.port2.postMessage(null);
  });
}

function startCard(word: HostOpen, port: MessagePort): void {
  try {
    startCardWorker(word, port);
  } catch (error) {
    reportError(error);
    port.postMessage({ type: 'event', name: cardEvents.failed, payload: null } satisfies EventMessage);
  }
}

/** Puts the app in place; nothing of it runs before the returned function does, which also tells what was wrong with it. */
function fill({ entry, files }: Pick<HostOpen, 'entry' | 'files'>, { inTime }: { inTime: boolean }): Start {
  try {
    const utf8 = new TextDecoder();
    const decode = (bytes: ArrayBuffer): string => utf8.decode(bytes);
    const urls = createPackageUrls(files, decode);
    const page = files.find(({ path }) => path === entry);
    return prepareDocument(page ? decode(page.bytes) : '', urls, pageNonce, inTime);
  } catch (error) {
    return () => Promise.reject(error);
  }
}

async function start(version: number, startApp: Start, port: MessagePort): Promise<void> {
  const say = (name: 'ready' | 'failed'): void =>
    port.postMessage({ type: 'event', name, payload: null } satisfies EventMessage);
  let taken = false;
  let stopAnswering: (() => void) | undefined;
  offerPort(globalThis, { version, port }, () => {
    taken = true;
    stopAnswering?.();
  });
  try {
    await startApp();
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
