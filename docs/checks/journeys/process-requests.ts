import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { readPartnerKey, signRequest } from '../../../plugins/kit/server/index.ts';
import { APP_ID } from '../../../registry/payments/testing/callers.ts';
import type { NpmStart } from './process-npm.ts';

/** An order that is on its way: its headers and half of its body are with the server. */
export interface OrderUnderWay {
  /** Sends the rest. Resolves with the status and the order's id, or with how the connection ended instead. */
  finish(): Promise<{ readonly outcome: string; readonly orderId?: string }>;
}

/** Sends the first half of an order over a connection of its own. */
export async function beginOrder({ port, people }: NpmStart): Promise<OrderUnderWay> {
  const [partner] = people().partners;
  if (!partner) throw new TypeError('demo.json names a partner');
  const path = '/api/v1/orders';
  const body = JSON.stringify({
    appId: APP_ID,
    outOrderNo: randomUUID(),
    currency: 'CNY',
    amountMinor: '1',
    title: 'under way',
    items: [],
  });
  const key = readPartnerKey(readFileSync(partner.keyFile, 'utf8'));
  const signed = signRequest(key, { method: 'POST', path, body, now: new Date(), nonce: randomUUID() });
  const headers = {
    ...signed,
    host: 'localhost',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false });
  const answer = new Promise<{ outcome: string; orderId?: string }>((resolve) => {
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve({ outcome: error.code ?? error.message }));
    outgoing.on('response', (incoming) => {
      text(incoming).then(
        (said) => {
          const { orderId } = JSON.parse(said) as { readonly orderId?: string };
          resolve({ outcome: String(incoming.statusCode), ...(orderId ? { orderId } : {}) });
        },
        (error: Error) => resolve({ outcome: error.message }),
      );
    });
  });
  const half = Math.floor(body.length / 2);
  await new Promise<void>((sent) => outgoing.write(body.slice(0, half), () => sent()));
  return {
    finish() {
      outgoing.end(body.slice(half));
      return answer;
    },
  };
}

/** Asks each address again and again until `signal` aborts; counts the answers by status and error code. */
export async function steadyTraffic(
  urls: readonly string[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const client = async (url: string) => {
    while (!signal.aborted) {
      const outcome = await fetch(url, { headers }).then(
        async (response) => {
          const said = await response.text();
          return response.ok ? String(response.status) : `${response.status} ${codeOf(said)} ${new URL(url).pathname}`;
        },
        (error: Error) => `no answer: ${error.cause ?? error.message}`,
      );
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      await pause(10);
    }
  };
  await Promise.all(urls.map(client));
  return counts;
}

export function codeOf(problem: string): string {
  return String((JSON.parse(problem) as { readonly code?: unknown }).code);
}
