import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Config } from '../config.ts';
import type { Caller } from '../platform.ts';
import { type HostKind, hostKindReader } from './hosts.ts';

interface CallerRule {
  readonly hosts: readonly HostKind[];
  /** Refuses a request that a browser sent for a page which may not make it. */
  readonly browser: (request: FastifyRequest, config: Config) => boolean;
  /** Only GET, HEAD and OPTIONS routes may name this caller. */
  readonly readOnly: boolean;
}

const anyPage = () => true;

/** The table of platform.ts as code: where each caller's routes answer, and to which pages. */
const rules: Readonly<Record<Caller, CallerRule>> = {
  customer: { hosts: ['container'], browser: fromContainer, readOnly: false },
  partner: { hosts: ['console', 'loopback'], browser: fromOwnPage, readOnly: false },
  staff: { hosts: ['console', 'loopback'], browser: fromOwnPage, readOnly: false },
  public: { hosts: ['container', 'console', 'loopback'], browser: anyPage, readOnly: true },
  tool: { hosts: ['console', 'loopback'], browser: anyPage, readOnly: true },
  probe: { hosts: ['loopback'], browser: anyPage, readOnly: true },
  navigation: { hosts: ['container'], browser: topLevel, readOnly: true },
  content: { hosts: ['app'], browser: anyPage, readOnly: true },
  asset: { hosts: ['container'], browser: anyPage, readOnly: true },
  issuer: { hosts: ['issuer'], browser: anyPage, readOnly: false },
};

/** Callers that live alone on a host kind; their routes may use the same paths as routes of other hosts. */
const ALONE: ReadonlySet<Caller> = new Set(['content', 'asset', 'issuer']);

/**
 * Puts the host allow-list and the caller table in front of every route, and refuses to start when a route names no
 * caller. Both run in `onRequest`, before a body is read.
 */
export function guardCallers(app: FastifyInstance, config: Config): void {
  const kindOf = hostKindReader(config);

  app.decorateRequest('hostKind', 'loopback');
  app.addConstraintStrategy({
    name: 'caller',
    storage: perHostKind,
    deriveConstraint: kindOf,
  });
  app.addHook('onRoute', (route) => {
    const caller = callerOf(route);
    if (ALONE.has(caller)) route.constraints = { ...route.constraints, caller };
  });
  app.addHook('onRequest', async (request) => {
    const kind = kindOf(request.raw);
    if (!kind) throw new PorticoError('ERR_PLATFORM_WRONG_HOST');
    request.hostKind = kind;
    const caller = request.routeOptions.config.caller;
    // No route at all: the not-found handler answers.
    if (!caller) return;
    const rule = rules[caller];
    if (!rule.hosts.includes(kind)) throw new PorticoError('ERR_PLATFORM_WRONG_HOST');
    if (!rule.browser(request, config)) throw new PorticoError('ERR_PLATFORM_CROSS_SITE');
  });
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

function callerOf(route: RouteOptions): Caller {
  const caller = route.config?.caller;
  const name = `${route.method} ${route.url}`;
  if (!caller) throw new PorticoError('ERR_PLATFORM_CONFIG_ROUTE', { detail: name });
  if (rules[caller].readOnly && ![route.method].flat().every((method) => READS.has(method))) {
    throw new PorticoError('ERR_PLATFORM_CONFIG_ROUTE', { detail: `${name}: "${caller}" routes only read.` });
  }
  return caller;
}

/**
 * App pages are same-site with the container, so SameSite cookies alone protect nothing. Changes need the exact
 * `Origin` (every browser sends it with them); reads that carry `Sec-Fetch-Site` must be the container's own or typed in.
 */
function fromContainer(request: FastifyRequest, config: Config): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== config.publicOrigin) return false;
  if (!READS.has(request.method)) return origin === config.publicOrigin && (site ?? 'same-origin') === 'same-origin';
  if (site === 'none') return request.headers['sec-fetch-mode'] === 'navigate';
  return site === undefined || site === 'same-origin';
}

/** Bearer tokens and signatures, never cookies; a page that sends them must be one of this very host. */
function fromOwnPage(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || origin.replace(/^https?:\/\//, '') === host;
}

function topLevel(request: FastifyRequest): boolean {
  const mode = request.headers['sec-fetch-mode'];
  const dest = request.headers['sec-fetch-dest'];
  return (mode === undefined || mode === 'navigate') && (dest === undefined || dest === 'document');
}

type Storage = ReturnType<Parameters<FastifyInstance['addConstraintStrategy']>[0]['storage']>;
type StoredRoute = Parameters<Storage['set']>[1];

/** Routes are stored under their caller and found by the host kind of the request. */
function perHostKind(): Storage {
  const routes = new Map<unknown, StoredRoute>();
  return {
    get(kind) {
      for (const caller of ALONE) {
        const route = routes.get(caller);
        if (route && rules[caller].hosts.some((host) => host === kind)) return route;
      }
      return null;
    },
    set(caller, route) {
      routes.set(caller, route);
    },
  };
}
