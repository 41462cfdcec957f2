/** Calls of a mini-app to its own declared back ends, by name, through the registry. */
import { ANSWER_FRAMES } from '../../../sandbox/contract/answer-frames.ts';
import type { AppId, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { type AnswerHead, readAnswer } from './answer-stream.ts';
import type { Open, Request } from './http.ts';
import { count, oneOf, record, type Shaped, text, texts } from './shape.ts';

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

const answerShape = { status: count, headers: texts, body: text, encoding: oneOf('utf8', 'base64') };
export type GatewayAnswer = Shaped<typeof answerShape>;

export interface StreamedGatewayAnswer extends AnswerHead {
  readonly body: ReadableStream<Uint8Array>;
}

export interface GatewayApi {
  send(call: GatewayCall, signal: AbortSignal): Promise<GatewayAnswer>;
  /** The body comes as it is read; it fails with a PorticoError, and cancelling it ends the call. */
  stream(call: GatewayCall, signal: AbortSignal): Promise<StreamedGatewayAnswer>;
}

const DEADLINE_MS = 60_000;
const pathOf = ({ appId, backend }: GatewayCall): string => `/api/v1/gateway/${appId}/${encodeURIComponent(backend)}`;
const bodyOf = ({ appId: _appId, backend: _backend, ...body }: GatewayCall) => body;

export function createGatewayApi(request: Request, open: Open): GatewayApi {
  return {
    send: (call, signal) =>
      request({
        method: 'POST',
        path: pathOf(call),
        body: bodyOf(call),
        read: record(answerShape),
        signal,
        deadlineMs: DEADLINE_MS,
      }),
    async stream(call, signal) {
      const response = await open({
        method: 'POST',
        path: `${pathOf(call)}/stream`,
        body: bodyOf(call),
        accept: ANSWER_FRAMES,
        signal,
        deadlineMs: DEADLINE_MS,
      });
      return readAnswer(response, signal);
    },
  };
}
