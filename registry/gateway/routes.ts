import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { FastifyReply } from 'fastify';
import { Counter } from 'prom-client';
import {
  type AppId,
  PorticoError,
  parseAppId,
  parseReleaseDigest,
  type ReleaseDigest,
} from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { type Publishing, SIGNED_STATES, type SubmissionState } from '../publishing/index.ts';
import type { Trust } from '../trust/index.ts';
import { type BackendAnswer, type BackendCall, createBackendClient } from './backend-client.ts';
import { bodyDown, bodyUp } from './body.ts';
import { createBreaker } from './breaker.ts';
import { headersDown, headersUp } from './headers.ts';
import { createLimits, LARGEST_REQUEST_BYTES } from './limits.ts';
import * as schema from './schema.ts';
import { type Target, targetOf } from './target.ts';

export interface GatewayParts {
  readonly identity: Pick<Identity, 'customerIfSignedIn' | 'openidFor' | 'signingKeys'>;
  readonly publishing: Pick<Publishing, 'release'>;
  readonly trust: Pick<Trust, 'isApproved' | 'isRevoked'>;
}

const IDENTITY_SECONDS = 60;
/** Base64 and JSON escapes make a body of the permitted size longer on its way here. */
const BODY_LIMIT = 3 * LARGEST_REQUEST_BYTES;
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

  /** A circuit for each app: one that names another's back end and makes it fail must not cut the other off. */
  async function guarded(appId: AppId, target: Target, call: BackendCall): Promise<BackendAnswer> {
    const circuit = `${appId} ${target.audience}`;
    const retryAfterSeconds = breaker.refuses(circuit);
    if (retryAfterSeconds !== undefined)
      throw new PorticoError('ERR_GATEWAY_CIRCUIT_OPEN', { data: { retryAfterSeconds } });
    let outcome: 'worked' | 'failed' | 'neither' = 'neither';
    try {
      const answer = await client.send(call);
      outcome = DOWN.has(answer.status) ? 'failed' : 'worked';
      return answer;
    } catch (error) {
      if (error instanceof PorticoError) outcome = BACKEND_FAULTS.has(error.code) ? 'failed' : 'neither';
      throw error;
    } finally {
      breaker.settle(circuit, outcome);
    }
  }

  return async (app) => {
    app.addHook('onClose', () => client.close());

    app.post(
      '/api/v1/gateway/:appId/:backend',
      { config: { caller: 'customer' }, schema: schema.call, bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        const appId = parseAppId(request.params.appId);
        const release = parseReleaseDigest(request.body.release);
        if (!appId || !release) throw new PorticoError('ERR_GATEWAY_RELEASE_REFUSED');
        const customer = await identity.customerIfSignedIn(request);
        const leave = limits.enter(`${appId} ${customer?.userId ?? request.ip}`);
        const started = performance.now();
        let outcome = 'ERR_PLATFORM_INTERNAL';
        try {
          const { method, path, headers, body, encoding } = request.body;
          const target = targetOf(await originOf(appId, release, request.params.backend), path, config.backendMap);
          const sub = customer && (await identity.openidFor(customer.userId, appId));
          const answer = await guarded(appId, target, {
            target,
            method,
            headers: {
              ...headersUp(headers),
              'portico-identity': await identityToken({ appId, release, sub }, target.audience),
              traceparent: `00-${request.id}-${Buffer.from(random.bytes(8)).toString('hex')}-01`,
            },
            body: bodyUp(method, body, encoding ?? 'utf8'),
            signal: whenAbandoned(reply),
          });
          outcome = `${Math.floor(answer.status / 100)}xx`;
          const down = headersDown(answer.headers);
          reply.header('cache-control', 'no-store');
          return { status: answer.status, headers: down, ...bodyDown(answer.body, down['content-type']) };
        } catch (error) {
          if (error instanceof PorticoError) outcome = error.code;
          throw error;
        } finally {
          leave();
          calls.inc({ outcome });
          const ms = Math.round(performance.now() - started);
          log.info({ traceId: request.id, appId, backend: request.params.backend, outcome, ms }, 'gateway call');
        }
      },
    );
  };
}

/** Aborts when the container hangs up before it has its answer. */
function whenAbandoned(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
