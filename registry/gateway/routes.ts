import { Readable } from 'node:stream';
import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter } from 'prom-client';
import { ANSWER_FRAMES } from '../../sandbox/contract/answer-frames.ts';
import {
  type AppId,
  PorticoError,
  parseAppId,
  parseReleaseDigest,
  type ReleaseDigest,
  type UserId,
} from '../../sandbox/contract/index.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import type { Identity } from '../identity/index.ts';
import { networkOf, type Platform } from '../platform/index.ts';
import { type Publishing, SIGNED_STATES, type SubmissionState } from '../publishing/index.ts';
import type { Trust } from '../trust/index.ts';
import { answerFrames } from './answer-stream.ts';
import { type BackendCall, createBackendClient } from './backend-client.ts';
import { bodyDown, bodyUp, type Encoding } from './body.ts';
import { createBreaker } from './breaker.ts';
import { headersUp } from './headers.ts';
import { createLimits } from './limits.ts';
import * as schema from './schema.ts';
import { type Target, targetOf } from './target.ts';

export interface GatewayParts {
  readonly identity: Pick<Identity, 'customerIfSignedIn' | 'openidFor' | 'signingKeys'>;
  readonly publishing: Pick<Publishing, 'release'>;
  readonly trust: Pick<Trust, 'isApproved' | 'isRevoked'>;
}

/** What the app asks of its back end, as the schema has read it. */
interface AppRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly encoding?: Encoding;
}

const IDENTITY_SECONDS = 60;
/** Base64 and JSON escapes make a body of the permitted size longer on its way here. */
const BODY_LIMIT = 3 * netQuotas.request;
/** A back end that answers so is not there, whoever in front of it says it. */
const DOWN = new Set([502, 503, 504]);
const BACKEND_FAULTS = new Set(['ERR_GATEWAY_TIMEOUT', 'ERR_GATEWAY_UNREACHABLE', 'ERR_GATEWAY_PRIVATE_ADDRESS']);

export function gatewayRoutes(platform: Platform, parts: GatewayParts): FastifyPluginAsyncJsonSchemaToTs {
  const { config, clock, random, log, metrics } = platform;
  const { identity, publishing, trust } = parts;
  const client = createBackendClient(log);
  const breaker = createBreaker(clock);
  const limits = createLimits(clock, config.rateLimits);
  const calls = new Counter({
    name: 'portico_gateway_calls_total',
    help: 'Calls of mini-apps to their back ends by outcome (a status class or an error code).',
    labelNames: ['outcome'],
    registers: [metrics],
  });

  /** The declared origin, if this very release of this app is signed, in force, and names such a back end. */
  async function originOf(appId: AppId, digest: ReleaseDigest, backend: string): Promise<string> {
    const release = await publishing.release(digest);
    const signed = (SIGNED_STATES as readonly SubmissionState[]).includes(release?.state ?? 'RECEIVED');
    const inForce = (await trust.isApproved(digest)) && !(await trust.isRevoked(appId, digest));
    if (release?.appId !== appId || !signed || !inForce) throw new PorticoError('ERR_GATEWAY_RELEASE_REFUSED');
    const origin = Object.entries(release.manifest.backends).find(([name]) => name === backend)?.[1];
    if (origin === undefined) throw new PorticoError('ERR_GATEWAY_BACKEND_UNKNOWN');
    return origin;
  }

  async function identityToken(
    claims: { appId: AppId; release: ReleaseDigest; sub: string | undefined },
    audience: string,
  ) {
    const iat = Math.floor(clock.now().getTime() / 1000);
    const lifetime = { jti: random.uuid(), iat, exp: iat + IDENTITY_SECONDS };
    const all = { iss: config.publicOrigin, aud: audience, ...claims, ...lifetime };
    return await identity.signingKeys.sign(all, { typ: 'portico-identity+jwt' });
  }

  /** Starts a call of a customer's app; `over` must be called when it is over, and counts it once. */
  async function begin(
    request: FastifyRequest<{ Params: { appId: string; backend: string }; Body: { release: string } }>,
  ) {
    const appId = parseAppId(request.params.appId);
    const release = parseReleaseDigest(request.body.release);
    if (!appId || !release) throw new PorticoError('ERR_GATEWAY_RELEASE_REFUSED');
    const customer = await identity.customerIfSignedIn(request);
    const leave = limits.enter(`${appId} ${customer?.userId ?? networkOf(request.ip)}`);
    const started = performance.now();
    let isOver = false;
    const over = (outcome: string): void => {
      if (isOver) return;
      isOver = true;
      leave();
      calls.inc({ outcome });
      const ms = Math.round(performance.now() - started);
      log.info({ traceId: request.id, appId, backend: request.params.backend, outcome, ms }, 'gateway call');
    };
    return { appId, release, userId: customer?.userId, over };
  }

  async function callOf(
    { appId, release, userId }: { appId: AppId; release: ReleaseDigest; userId: UserId | undefined },
    backend: string,
    { method, path, headers, body, encoding }: AppRequest,
    reply: FastifyReply,
  ): Promise<BackendCall> {
    const target = targetOf(await originOf(appId, release, backend), path, config.backendMap);
    const sub = userId && (await identity.openidFor(userId, appId));
    return {
      target,
      method,
      headers: {
        ...headersUp(headers),
        'portico-identity': await identityToken({ appId, release, sub }, target.audience),
        traceparent: `00-${reply.request.id}-${Buffer.from(random.bytes(8)).toString('hex')}-01`,
      },
      body: bodyUp(method, body, encoding ?? 'utf8'),
      signal: whenAbandoned(reply),
    };
  }

  /**
   * A circuit for each app: one that names another's back end and makes it fail must not cut the other off. Returns what
   * must be called when it is known how the back end did: with its status, or with the fault.
   */
  function enterCircuit(appId: AppId, target: Target): (status: number | undefined, fault?: unknown) => void {
    const circuit = `${appId} ${target.audience}`;
    const retryAfterSeconds = breaker.refuses(circuit);
    if (retryAfterSeconds !== undefined)
      throw new PorticoError('ERR_GATEWAY_CIRCUIT_OPEN', { data: { retryAfterSeconds } });
    let isSettled = false;
    return (status, fault) => {
      if (isSettled) return;
      isSettled = true;
      if (fault === undefined) breaker.settle(circuit, DOWN.has(status ?? 0) ? 'failed' : 'worked');
      else breaker.settle(circuit, BACKEND_FAULTS.has(codeOf(fault)) ? 'failed' : 'neither');
    };
  }

  return async (app) => {
    app.addHook('onClose', () => client.close());

    app.post(
      '/api/v1/gateway/:appId/:backend',
      { config: { caller: 'customer' }, schema: schema.call, bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        const caller = await begin(request);
        try {
          const call = await callOf(caller, request.params.backend, request.body, reply);
          const settle = enterCircuit(caller.appId, call.target);
          const { status, headers, body } = await client.send(call).catch((fault: unknown) => {
            settle(undefined, fault);
            throw fault;
          });
          settle(status);
          caller.over(statusClass(status));
          reply.header('cache-control', 'no-store');
          return { status, headers, ...bodyDown(body, headers['content-type']) };
        } catch (error) {
          caller.over(codeOf(error));
          throw error;
        }
      },
    );

    app.post(
      '/api/v1/gateway/:appId/:backend/stream',
      { config: { caller: 'customer' }, schema: schema.stream, bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        const caller = await begin(request);
        try {
          const call = await callOf(caller, request.params.backend, request.body, reply);
          const settle = enterCircuit(caller.appId, call.target);
          const answer = await client.stream(call).catch((fault: unknown) => {
            settle(undefined, fault);
            throw fault;
          });
          const over = (fault?: unknown): void => {
            settle(answer.status, fault);
            caller.over(fault === undefined ? statusClass(answer.status) : codeOf(fault));
          };
          hangUpLate(reply, () => over(new PorticoError('ERR_GATEWAY_ABANDONED')));
          reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no').type(ANSWER_FRAMES);
          return await reply.send(Readable.from(answerFrames(answer, () => !call.signal.aborted, over)));
        } catch (error) {
          caller.over(codeOf(error));
          throw error;
        }
      },
    );
  };
}

const codeOf = (error: unknown): string => (error instanceof PorticoError ? error.code : 'ERR_PLATFORM_INTERNAL');
const statusClass = (status: number): string => `${Math.floor(status / 100)}xx`;

/** The back end's time is limited; so is that of a container which does not read what has come. */
function hangUpLate(reply: FastifyReply, onGone: () => void): void {
  const timer = setTimeout(() => reply.raw.destroy(), netQuotas.wholeAnswerMs + netQuotas.unreadMs);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    onGone();
  });
}

/** Aborts when the container hangs up before it has its answer. */
function whenAbandoned(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
