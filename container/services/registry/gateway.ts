/** Calls of a mini-app to its own declared back ends, by name, through the registry. */
import type { AppId, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { Request } from './http.ts';
import { count, oneOf, type Read, record, type Shaped, text } from './shape.ts';

export interface GatewayCall {
  readonly appId: AppId;
  readonly release: ReleaseDigest;
  readonly backend: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly encoding?: 'utf8' | 'base64' | undefined;
}

const headers: Read<Readonly<Record<string, string>>> = (value, where) => {
  const entries = Object.entries(record({})(value, where) && (value as object));
  return Object.fromEntries(entries.map(([name, held]) => [name, text(held, `${where}.${name}`)]));
};
const answerShape = { status: count, headers, body: text, encoding: oneOf('utf8', 'base64') };
export type GatewayAnswer = Shaped<typeof answerShape>;

export interface GatewayApi {
  send(call: GatewayCall, signal: AbortSignal): Promise<GatewayAnswer>;
}

export function createGatewayApi(request: Request): GatewayApi {
  return {
    send: ({ appId, backend, ...body }, signal) =>
      request({
        method: 'POST',
        path: `/api/v1/gateway/${appId}/${encodeURIComponent(backend)}`,
        body,
        read: record(answerShape),
        signal,
        deadlineMs: 60_000,
      }),
  };
}
