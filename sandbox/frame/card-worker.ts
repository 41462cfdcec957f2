import type { CardStart } from '../contract/card/records.ts';
import type { HostOpen } from '../contract/handshake.ts';

/**
 * What the frame allowed the app's page is more than a card gets: a worker inherits the policy of the document that
 * makes it, so the document gives its network up first. A second policy can only take away.
 */
const NO_NETWORK = "default-src 'none'; script-src blob:; worker-src blob:";

/**
 * Starts a card: the frame stays empty and runs nothing of the partner's; the worker gets the port and is on its own.
 * @throws TypeError when the card's script is not among the files
 */
export function startCardWorker({ version, entry, files }: HostOpen, port: MessagePort): void {
  const script = files.find(({ path }) => path === entry);
  if (script === undefined) throw new TypeError('the script of the card is not among the files');
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = NO_NETWORK;
  document.head.append(policy);
  const worker = new Worker(URL.createObjectURL(new Blob([script.bytes], { type: 'text/javascript' })));
  worker.postMessage({ portico: 'card', version } satisfies CardStart, [port]);
}
