import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import { PorticoError, parseAppId, parseReleaseDigest, type StaffId } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import { sendCompressed } from './compressed.ts';
import type { RevocationSubject } from './revoking.ts';
import { metadataHeaders, metadataParams, revocationAnswer, revocationBody, targetParams } from './schema.ts';
import type { ServedFiles } from './served-files.ts';
import type { Revocation } from './trust.ts';

interface TrustRoutes {
  readonly files: ServedFiles;
  readonly identity: Pick<Identity, 'staff'>;
  readonly prepare: () => Promise<void>;
  readonly revoke: (
    subject: RevocationSubject,
    reason: string,
    by: StaffId,
  ) => Promise<{ revocation: Revocation; epoch: number }>;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

export function trustRoutes({ files, identity, prepare, revoke }: TrustRoutes): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    app.get(
      '/tuf/:file',
      {
        config: { caller: 'public' },
        schema: {
          summary: 'One file of TUF metadata',
          description: '`timestamp.json`, or `<version>.<role>.json` (TUF 1.0, consistent snapshots).',
          tags: ['trust'],
          params: metadataParams,
          headers: metadataHeaders,
        },
      },
      async (request, reply) => {
        await prepare();
        const [name = '', role = ''] = request.params.file.split('.');
        const isTimestamp = name === 'timestamp';
        const bytes = isTimestamp ? await files.timestamp() : await files.metadata(role, Number(name));
        if (!bytes && request.headers['portico-absent'] === '204') return reply.code(204).send();
        if (!bytes) throw new PorticoError('ERR_TRUST_NO_SUCH_METADATA');
        return sendCompressed(request, reply.header('Cache-Control', isTimestamp ? 'no-cache' : FOR_EVER), bytes);
      },
    );

    app.get(
      '/tuf/targets/*',
      {
        config: { caller: 'public' },
        schema: {
          summary: 'A target file',
          description: '`/tuf/targets/<folder>/<sha256>.<name>`: release manifests, pointers, reviewers, revocations.',
          tags: ['trust'],
          params: targetParams,
        },
      },
      async (request, reply) => {
        const [, folder = '', sha256 = '', name = ''] =
          /^((?:[^/]+\/)*)([0-9a-f]{64})\.([^/]+)$/.exec(request.params['*']) ?? [];
        const bytes = name ? await files.target(`${folder}${name}`, sha256) : undefined;
        if (!bytes) throw new PorticoError('ERR_TRUST_NO_SUCH_METADATA');
        return sendCompressed(request, reply.header('Cache-Control', FOR_EVER), bytes);
      },
    );

    app.post(
      '/api/v1/trust/revocations',
      {
        config: { caller: 'staff' },
        schema: {
          summary: 'Revoke a mini-app or one release at once',
          description:
            'In force when the answer arrives; running apps are closed within 5 s. One operator may do it alone.',
          tags: ['trust'],
          body: revocationBody,
          response: { 201: revocationAnswer },
        },
      },
      async (request, reply) => {
        const { staffId } = await identity.staff(request, 'operator');
        const subject = subjectOf(request.body);
        await prepare();
        const { revocation, epoch } = await revoke(subject, request.body.reason, staffId);
        files.forgetTimestamp();
        const { appId, digest, reason, at } = revocation;
        return reply
          .code(201)
          .send({ ...(appId && { appId }), ...(digest && { digest }), reason, at: at.toISOString(), epoch });
      },
    );
  };
}

function subjectOf(body: { appId?: string; digest?: string }): RevocationSubject {
  const appId = parseAppId(body.appId);
  const digest = parseReleaseDigest(body.digest);
  if (digest) return { digest };
  if (appId) return { appId };
  throw new PorticoError('ERR_TRUST_RELEASE_UNKNOWN', { detail: 'The app id or digest does not have the right form.' });
}
