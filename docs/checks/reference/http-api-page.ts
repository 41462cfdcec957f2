import type { RouteOptions } from 'fastify';
import type { Caller } from '../../../registry/platform/platform.ts';
import { describedRoutes } from './described-routes.ts';
import { code, inline, page, table } from './markdown.ts';
import { type JsonSchema, schemaText } from './schema-text.ts';

/** Callers whose routes are an API; the others serve pages, probes and the sign-in. */
const callers: Readonly<Partial<Record<Caller, string>>> = {
  customer:
    'the container’s own page, on the container’s host, with the session cookie where the route needs a customer',
  navigation: 'a browser that goes to the address, on the container’s host',
  partner: 'a partner’s server or command line, on the console or loopback host, with a token or a signed request',
  staff: 'staff or the bank’s own services, on the console or loopback host, with a token',
  public: 'anybody, on the container, console or loopback host',
};

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const methodsOf = ({ method }: RouteOptions): string => [method].flat().join(', ');
const callerOf = ({ config }: RouteOptions): Caller => config?.caller ?? 'asset';
const tagOf = ({ schema }: RouteOptions): string => schema?.tags?.[0] ?? 'other';

function shapesOf(schema: RouteOptions['schema']): string {
  const lines: string[] = [];
  const parts = { path: schema?.params, query: schema?.querystring, headers: schema?.headers, body: schema?.body };
  for (const [name, part] of Object.entries(parts)) if (isSchema(part)) lines.push(`${name} ${schemaText(part)}`);
  const answers: Readonly<Record<string, unknown>> = isSchema(schema?.response) ? schema.response : {};
  const same = new Map<string, string[]>();
  for (const [status, answer] of Object.entries(answers)) {
    if (!isSchema(answer)) continue;
    const text = answer.type === 'null' ? 'nothing' : schemaText(answer);
    same.set(text, [...(same.get(text) ?? []), status]);
  }
  for (const [text, statuses] of same) lines.push(`→ ${statuses.join(', ')} ${text}`);
  return lines.length > 0 ? code('ts', lines.join('\n')) : '';
}

function routePart(route: RouteOptions): string {
  const { schema, url } = route;
  const { summary = '', description = '' } = schema ?? {};
  const sentence = (text: string): string => (text && !/[.?!]$/.test(text) ? `${text}.` : text);
  const says = [sentence(summary), sentence(description), `Caller: ${callerOf(route)}.`].filter(Boolean).join(' ');
  return `### ${methodsOf(route)} ${url}\n\n${says}\n\n${shapesOf(schema)}`;
}

export async function httpApiPage(): Promise<string> {
  const routes = (await describedRoutes()).filter((route) => callers[callerOf(route)] !== undefined);
  const tags = [...new Set(routes.map(tagOf))];
  return page(
    'HTTP API',
    [
      'Every route with the schema by which requests are checked and answers written. A running server gives the same as OpenAPI 3.1 at `/api/openapi.json` and for people at `/api/docs`, on the console and loopback hosts.',
      'Faults are RFC 9457 problems (`application/problem+json`) with a stable `code`; `GET /api/errors/{code}` and the page [errors](errors.md) explain each. Amounts are decimal text in the currency’s smallest unit; times are RFC 3339.',
    ].join('\n'),
    '## Callers\n',
    table(
      ['caller', 'who that is'],
      Object.entries(callers).map(([name, who]) => [inline(name), who]),
    ),
    'A request for another host, or on the wrong one, is answered 421. A partner’s signed request carries `Portico-Key-Id`, `Portico-Timestamp`, `Portico-Nonce` and `Portico-Signature`; see the [partner guide](../guide/partner.md).\n',
    ...tags.flatMap((tag) => [`## ${tag}\n`, ...routes.filter((route) => tagOf(route) === tag).map(routePart)]),
  );
}
