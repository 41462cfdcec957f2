/**
 * The page that hosts every contender at once, each in a frame of the same shape: sealed, on a host of its own, started by
 * the product's loader. Only what is spoken over the port differs.
 */
import { type AppId, methods, type ReleaseDigest } from '../../contract/index.ts';
import { BRIDGE_VERSION } from '../../contract/messages.ts';
import { openRealm } from '../../host/index.ts';
import { LoaderFrame } from '../../host/loader-frame.ts';
import type { CapabilityHandlers } from '../../host/realm.ts';
import type { Payload } from './driver.ts';
import { peers } from './peers.ts';

const ENTRY = 'index.html';
const utf8 = new TextEncoder();

const filesOf = (script: string) => [
  {
    path: ENTRY,
    type: 'text/html',
    bytes: utf8.encode('<!doctype html><title>Guest</title><script type="module" src="portico:/guest.js"></script>')
      .buffer,
  },
  { path: 'guest.js', type: 'text/javascript', bytes: utf8.encode(script).buffer },
];

const unused = (): never => {
  throw new TypeError('the bench calls nothing but storage.get');
};
const handlers = {
  ...Object.fromEntries(Object.keys(methods).map((name) => [name, unused])),
  'storage.get': ({ key }: Payload) => ({ value: key }),
} as unknown as CapabilityHandlers;

function openOurs(mount: HTMLElement, frameUrl: string, script: string): void {
  openRealm({
    mount,
    frameUrl,
    release: {
      appId: 'com.example.bench' as AppId,
      digest: '0'.repeat(64) as ReleaseDigest,
      entry: ENTRY,
      capabilities: ['storage'],
    },
    files: new Map(filesOf(script).map((file) => [file.path, file])),
    handlers,
    consent: () => true,
    title: 'Bench',
    // Every check stays; only the number of calls a second is not held against the guest.
    quotas: { messagesPerSecond: 1e9, messageBurst: 1e9 },
    onState: (state) => {
      if (state.phase === 'failed') reportError(new Error(`the realm failed: ${state.code}`));
    },
  });
}

function openPeer(name: string, mount: HTMLElement, frameUrl: string, script: string): void {
  const serve = peers[name];
  if (!serve) throw new TypeError(`no such contender: ${name}`);
  const frame = new LoaderFrame(mount, frameUrl);
  const unexpected = (): void => reportError(new Error(`the frame of ${name} did something unexpected`));
  frame.listen({
    loaded: () => undefined,
    navigated: unexpected,
    forged: unexpected,
    flooded: unexpected,
    greeted() {
      const { port1, port2 } = new MessageChannel();
      serve(port1);
      frame.open({ version: BRIDGE_VERSION, entry: ENTRY, files: filesOf(script) }, port2);
    },
  });
}

window.openContender = (name, frameUrl, script) => {
  const mount = document.createElement('div');
  Object.assign(mount.style, { width: '300px', height: '120px' });
  document.body.append(mount);
  if (name === 'portico') openOurs(mount, frameUrl, script);
  else openPeer(name, mount, frameUrl, script);
};
