import { createHash } from 'node:crypto';
import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** Collects the schemas of all routes registered after it. */
export async function collectApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Portico HTTP API',
        version: '1',
        description: 'Errors are RFC 9457 problems with a stable code.',
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: {
        ...schema,
        // Pages, probes and the identity provider are no API.
        ...(DESCRIBED.has(route.config?.caller ?? '') ? {} : { hide: true }),
        description: [schema?.description, `Caller: ${route.config?.caller}.`].filter(Boolean).join(' '),
      },
      url,
    }),
  });
}

const DESCRIBED = new Set<string>(['customer', 'partner', 'staff', 'public', 'navigation']);

/** `/api/openapi.json`, and a page for people at `/api/docs` made from it, without a script. */
export function apiDocRoutes(app: FastifyInstance): void {
  app.get(
    '/api/openapi.json',
    { config: { caller: 'tool' }, schema: { summary: 'This API as OpenAPI 3.1', tags: ['docs'] } },
    async () => app.swagger(),
  );
  app.get(
    '/api/docs',
    { config: { caller: 'tool' }, schema: { summary: 'This API for people', tags: ['docs'] } },
    async (_request, reply) => {
      const styleHash = createHash('sha256').update(STYLE).digest('base64');
      reply.header(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`,
      );
      reply.type('text/html; charset=utf-8');
      return page(app.swagger() as ApiDescription);
    },
  );
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
code,pre{font:14px/1.45 ui-monospace,monospace}pre{overflow:auto;padding:.75rem;border:1px solid #8886;border-radius:.5rem}
summary{cursor:pointer;padding:.25rem 0}b{display:inline-block;min-width:4.5rem}`;

/** The part of an OpenAPI document that the page shows. */
interface ApiDescription {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
}

function page(description: ApiDescription): string {
  const groups = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(description.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods ?? {})) {
      const { summary = '', description: caller = '', tags = ['other'], ...details } = operation as Operation;
      const group = groups.get(tags[0] ?? 'other') ?? [];
      groups.set(tags[0] ?? 'other', group);
      group.push(
        `<details><summary><b>${text(method.toUpperCase())}</b> <code>${text(path)}</code> ${text(summary)}</summary>` +
          `<p>${text(caller)}</p><pre>${text(JSON.stringify(details, null, 2))}</pre></details>`,
      );
    }
  }
  const sections = [...groups].sort().map(([name, rows]) => `<h2>${text(name)}</h2>${rows.join('')}`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Portico HTTP API</title><style>${STYLE}</style>
<h1>Portico HTTP API</h1><p>The same as <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>${sections.join('')}</html>`;
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
