import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { networkOf } from '../platform/index.ts';
import type { Platform } from '../platform/platform.ts';

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 2_000;
const MOST_STREAMS = 5_000;
/**
 * Customers share addresses behind a mobile network; one that takes every stream keeps the news of a kill from all others.
 * An IPv6 subscriber has a whole /64 of addresses.
 */
const MOST_FOR_ONE_NETWORK = 250;
/** A reader this far behind is dropped; it connects again and re-reads. */
const MOST_UNSENT_BYTES = 64 * 1024;

/**
 * Server-sent events (WHATWG HTML, section 9.2) over the notices of all replicas: `updated` and `revoked`, each with
 * `{appId?, digest?}`. They are hints; a container that hears one, or connects again, reads the signed metadata.
 */
export function eventRoutes({ notices, log }: Platform): FastifyPluginAsync {
  /** With the network of whoever reads it. */
  const streams = new Map<ServerResponse, string>();

  const tell = (text: string) => {
    for (const stream of streams.keys()) {
      if (stream.writableLength > MOST_UNSENT_BYTES) stream.destroy();
      else stream.write(text);
    }
  };

  return async (app) => {
    const heartbeat = setInterval(() => tell(':\n\n'), HEARTBEAT_MS).unref();
    const leave = notices.subscribe('releases', (payload) => {
      const hint: Hint | undefined = payload === undefined ? { type: 'updated' } : parseHint(payload);
      if (!hint) log.error('a release notice could not be read');
      else tell(`event: ${hint.type}\ndata: ${JSON.stringify({ appId: hint.appId, digest: hint.digest })}\n\n`);
    });
    app.addHook('preClose', async () => {
      clearInterval(heartbeat);
      leave();
      for (const stream of streams.keys()) stream.end();
    });

    app.get(
      '/api/v1/events',
      {
        config: { caller: 'public', endless: true },
        schema: { summary: 'Hints that releases changed, as server-sent events', tags: ['catalogue'] },
      },
      ({ ip }, reply) => {
        const network = networkOf(ip);
        const fromThere = [...streams.values()].filter((other) => other === network).length;
        if (streams.size >= MOST_STREAMS || fromThere >= MOST_FOR_ONE_NETWORK)
          throw new PorticoError('ERR_CONTENT_TOO_MANY_STREAMS');
        const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
        reply.hijack();
        const stream = reply.raw;
        for (const [name, value] of Object.entries(headers)) if (value !== undefined) stream.setHeader(name, value);
        stream.writeHead(200);
        stream.write(`retry: ${RECONNECT_MS}\n\n`);
        streams.set(stream, network);
        stream.on('close', () => streams.delete(stream));
      },
    );
  };
}

interface Hint {
  readonly type: 'updated' | 'revoked';
  readonly appId?: unknown;
  readonly digest?: unknown;
}

function parseHint(payload: string): Hint | undefined {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  return value.type === 'updated' || value.type === 'revoked' ? (value as Hint) : undefined;
}
