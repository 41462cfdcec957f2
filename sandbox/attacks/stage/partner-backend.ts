import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * As the lab's manifest names them. The slow one never answers, for which the gateway pauses it; so it has a name of
 * its own.
 */
export const BACKEND_ORIGINS = ['https://api.attacklab.example', 'https://slow.attacklab.example'] as const;

/** The hostile partner's own server. It writes down what the gateway sends; `/slow` is never answered. */
export interface PartnerBackend {
  readonly address: string;
  requests(): readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

export async function startPartnerBackend(): Promise<PartnerBackend> {
  const heard: { path: string; headers: IncomingHttpHeaders }[] = [];
  const held = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    heard.push({ path: request.url ?? '', headers: request.headers });
    if (request.url?.startsWith('/slow')) {
      held.add(response);
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json', 'x-stack': 'at server.ts:1' }).end('{"ok":true}');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => [...heard],
    async close() {
      for (const response of held) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
