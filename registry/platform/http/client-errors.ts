import type { Socket } from 'node:net';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { inertAppHeaders, inertPolicy } from './headers.ts';
import { problemBody } from './problems.ts';

const LINGER_MS = 1_000;

/**
 * Requests that Node's parser gives up on; there is no request object and no host yet. Headers over 16 kB are nearly
 * always a cookie bomb: a mini-app's page is same-site with the bank's and can set cookies on their common parent
 * domain until every request of the bank fails. The answer asks the browser to drop the cookies of this site, the
 * container retries once, and the customer has to sign in again at worst.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = new PorticoError(tooLarge ? 'ERR_PLATFORM_HEADERS_TOO_LARGE' : 'ERR_PLATFORM_BAD_REQUEST');
  const body = JSON.stringify(problemBody(problem, 'none'));
  socket.end(
    [
      `HTTP/1.1 ${tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request'}`,
      ...(tooLarge ? ['Clear-Site-Data: "cookies"'] : []),
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      // Which host it is was never read: these are right for each.
      'Origin-Agent-Cluster: ?1',
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: no-referrer',
      `Content-Security-Policy: ${inertPolicy}`,
      ...Object.entries(inertAppHeaders).map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  // Closing with unread bytes in the buffer would reset the connection before the answer is read.
  socket.on('error', () => socket.destroy());
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
