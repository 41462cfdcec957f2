import { Readable } from 'node:stream';
import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { FastifyRequest } from 'fastify';
import { type PartnerId, PorticoError, parseSubmissionId } from '../../sandbox/contract/index.ts';
import { manifestSchema } from '../../sandbox/contract/manifest/index.ts';
import { packageQuotas } from '../../sandbox/contract/quotas.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Publishing, SubmissionRecord } from './publishing.ts';
import * as schema from './schema.ts';
import type { SubmissionState } from './states.ts';
import { findSubmissions, tablesOf } from './store.ts';
import { type Reception, readBody, receive } from './upload.ts';

interface Parts {
  readonly identity: Identity;
  readonly publishing: Omit<Publishing, 'routes'>;
  readonly reception: Reception;
}

/** States in which the partner may still change their mind. */
const WITHDRAWABLE: readonly SubmissionState[] = ['RECEIVED', 'VALIDATING', 'SCANNING', 'IN_REVIEW', 'SECOND_APPROVAL'];
const MOST_LISTED = 100;

export function publishingRoutes(
  platform: Platform,
  { identity, publishing, reception }: Parts,
): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    // The body stays a stream: who is calling is known before the first byte of it is kept.
    app.addContentTypeParser('application/zip', (_request, payload, done) => done(null, payload));
    const onlyPackages = (request: FastifyRequest) => {
      if (!(request.body instanceof Readable)) throw new PorticoError('ERR_PLATFORM_MEDIA_TYPE');
      return request.body;
    };

    app.post(
      '/api/v1/submissions',
      { config: { caller: 'partner' }, schema: schema.submit, bodyLimit: packageQuotas.packed },
      async (request, reply) => {
        const { partnerId } = await identity.partner(request, 'submissions:write');
        const archive = await readBody(onlyPackages(request));
        const { 'portico-key-id': keyId, 'portico-release-signature': signature } = request.headers;
        const submission = await receive(platform, identity, { partnerId, keyId, signature, archive }, reception);
        const { id, appId, version, digest, state } = submission;
        return reply.code(202).send({ id, appId, version, digest, state });
      },
    );

    app.get('/api/v1/submissions', { config: { caller: 'partner' }, schema: schema.list }, async (request) => {
      const { partnerId } = await identity.partner(request, 'submissions:read');
      const found = await findSubmissions(tablesOf(platform.db), { partnerId, most: MOST_LISTED, order: 'desc' });
      return {
        submissions: found.map(({ id, appId, version, digest, state }) => ({ id, appId, version, digest, state })),
      };
    });

    app.get('/api/v1/submissions/:id', { config: { caller: 'partner' }, schema: schema.read }, async (request) => {
      const { partnerId } = await identity.partner(request, 'submissions:read');
      return asBody(await own(partnerId, request.params.id));
    });

    app.post(
      '/api/v1/submissions/:id/withdraw',
      { config: { caller: 'partner' }, schema: schema.withdraw },
      async (request) => {
        const { partnerId } = await identity.partner(request, 'submissions:write');
        const { id, state } = await own(partnerId, request.params.id);
        if (!WITHDRAWABLE.includes(state))
          throw new PorticoError('ERR_PUBLISHING_STATE', { detail: `It is ${state}.` });
        await platform.db
          .transaction()
          .execute((tx) => publishing.transition(tx, id, state, 'WITHDRAWN', `partner:${partnerId}`));
        return asBody(await own(partnerId, id));
      },
    );

    app.get(
      '/schemas/manifest.json',
      { config: { caller: 'public' }, schema: schema.manifest },
      async (_request, reply) =>
        reply
          .type('application/schema+json')
          .header('cache-control', 'public, max-age=3600')
          .send(JSON.stringify({ ...manifestSchema, $id: `${platform.config.publicOrigin}/schemas/manifest.json` })),
    );
  };

  /** Another partner's submission is as unknown as one that does not exist. */
  async function own(partnerId: PartnerId, text: string): Promise<SubmissionRecord> {
    const id = parseSubmissionId(text);
    const found = id && (await publishing.submission(id));
    if (found?.partnerId !== partnerId) throw new PorticoError('ERR_PUBLISHING_UNKNOWN');
    return found;
  }
}

function asBody({ id, appId, version, digest, state, findings, history }: SubmissionRecord) {
  return {
    id,
    appId,
    version,
    digest,
    state,
    findings: findings.map((finding) => ({ ...finding })),
    history: history.map(({ state: reached, at, by, reason }) => ({
      state: reached,
      at: at.toISOString(),
      by: shownToPartner(by),
      ...(reason !== undefined && { reason }),
    })),
  };
}

/** Who at the bank decided is the bank's own affair: nobody shall lean on a reviewer. */
function shownToPartner(by: string): string {
  return by.startsWith('staff:') ? 'bank' : by;
}
