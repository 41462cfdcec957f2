import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Clock } from '../platform/platform.ts';
import { detailsSchema, homeSchema, searchSchema } from './schema.ts';
import { matchScore, searchKey } from './search.ts';
import { details, listing, type ShelvedApp } from './shelf.ts';

const MOST_RESULTS = 50;
const config = { caller: 'public' } as const;

export function catalogueRoutes(
  shelves: { all(): Promise<readonly ShelvedApp[]> },
  clock: Clock,
): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    app.get('/api/v1/catalogue/home', { config, schema: homeSchema }, async (request, reply) => {
      const { city, lang } = request.query;
      const here = (await shelves.all()).filter(({ manifest }) => isIn(manifest.cities, city));
      const apps = here.map((entry) => listing(entry, lang));
      if (unchanged(request, reply, { city, lang, apps })) return reply;
      return { city, apps, generatedAt: clock.now().toISOString() };
    });

    app.get('/api/v1/catalogue/search', { config, schema: searchSchema }, async (request, reply) => {
      const { q, lang } = request.query;
      const wanted = searchKey(q);
      const found = (await shelves.all())
        .map((entry) => ({ entry, score: matchScore(entry.keys, wanted) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const apps = found.slice(0, MOST_RESULTS).map(({ entry }) => listing(entry, lang));
      if (unchanged(request, reply, { lang, apps })) return reply;
      return { apps };
    });

    app.get('/api/v1/catalogue/apps/:appId', { config, schema: detailsSchema }, async (request, reply) => {
      const { appId } = request.params;
      const entry = (await shelves.all()).find(({ manifest }) => manifest.appId === appId);
      if (!entry) throw new PorticoError('ERR_CATALOGUE_NO_APP', { data: { appId } });
      const body = details(entry, request.query.lang);
      if (unchanged(request, reply, body)) return reply;
      return body;
    });
  };
}

/** Codes are GB/T 2260: 310115 (a district) lies in 310100 (its city) and 310000 (its province). */
function isIn(cities: readonly string[], city: string): boolean {
  if (cities.length === 0 || city === '') return true;
  return cities.some((code) => city.startsWith(code.replace(/(?:00){1,2}$/, '')));
}

/** Sets the ETag; answers 304 and returns true when the reader has this very content. */
function unchanged(request: FastifyRequest, reply: FastifyReply, content: unknown): boolean {
  const etag = `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 27)}"`;
  reply.header('ETag', etag).header('Cache-Control', 'no-cache');
  if (request.headers['if-none-match'] !== etag) return false;
  reply.code(304).send();
  return true;
}
