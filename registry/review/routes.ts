import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import {
  PorticoError,
  parsePartnerId,
  parseReleaseDigest,
  parseStaffId,
  parseSubmissionId,
} from '../../sandbox/contract/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { SubmissionRecord } from '../publishing/index.ts';
import type { Decisions, Modules } from './create-review.ts';
import { inert } from './inert.ts';
import type { Approval } from './review.ts';
import * as schema from './schema.ts';
import { audit, findApprovals, tablesOf } from './store.ts';

export function reviewRoutes(
  platform: Platform,
  { identity, publishing, decisions }: Modules & { readonly decisions: Decisions },
): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    app.get('/api/v1/review/queue', { config: { caller: 'staff' }, schema: schema.queue }, async (request) => {
      await identity.staff(request, 'reviewer');
      const waiting = await publishing.submissionsIn(['IN_REVIEW', 'SECOND_APPROVAL']);
      const briefs = await Promise.all(waiting.map(withApprovals));
      return { submissions: briefs.filter(({ approvedBy }) => approvedBy.length < 2) };
    });

    app.get('/api/v1/review/submissions/:id', { config: { caller: 'staff' }, schema: schema.read }, async (request) => {
      await identity.staff(request, 'reviewer');
      const submission = await mustExist(request.params.id);
      const release = await publishing.release(submission.digest);
      const { files = [] } = release?.manifest ?? {};
      return {
        ...(await withApprovals(submission)),
        findings: submission.findings.map((finding) => ({ ...finding })),
        history: submission.history.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
        files: files.map((file) => ({ ...file })),
        manifest: { ...release?.manifest },
      };
    });

    app.get(
      '/api/v1/review/submissions/:id/files/*',
      { config: { caller: 'staff' }, schema: schema.readFile },
      async (request, reply) => {
        await identity.staff(request, 'reviewer');
        const { id } = await mustExist(request.params.id);
        const file = await publishing.submittedFile(id, request.params['*']);
        const blob = file && (await platform.blobs.open(file.digest));
        if (!blob) throw new PorticoError('ERR_REVIEW_FILE_UNKNOWN');
        return reply.headers({ ...inert(file.type), 'content-length': blob.size }).send(blob.stream);
      },
    );

    app.post(
      '/api/v1/review/submissions/:id/approve',
      { config: { caller: 'staff' }, schema: schema.approve },
      async (request) => {
        const { staffId } = await identity.staff(request, 'reviewer');
        const { id } = await mustExist(request.params.id);
        const { keyId, signature } = request.body;
        const digest = parseReleaseDigest(request.body.digest);
        if (!digest) throw new PorticoError('ERR_REVIEW_DIGEST');
        return withApprovals(await decisions.approve({ staffId, submissionId: id, digest, keyId, signature }));
      },
    );

    app.post(
      '/api/v1/review/submissions/:id/reject',
      { config: { caller: 'staff' }, schema: schema.reject },
      async (request) => {
        const { staffId } = await identity.staff(request, 'reviewer');
        const { id } = await mustExist(request.params.id);
        return withApprovals(await decisions.reject({ staffId, submissionId: id, reason: request.body.reason }));
      },
    );

    app.post(
      '/api/v1/review/affiliations',
      { config: { caller: 'staff' }, schema: schema.affiliate },
      async (request, reply) => {
        const { staffId: actor } = await identity.staff(request, 'operator');
        const staffId = parseStaffId(request.body.staffId);
        const partnerId = parsePartnerId(request.body.partnerId);
        if (!staffId || !partnerId) throw new PorticoError('ERR_PLATFORM_BAD_REQUEST');
        const at = platform.clock.now();
        await platform.db.transaction().execute(async (tx) => {
          await tablesOf(tx)
            .insertInto('review.affiliations')
            .values({ staff_id: staffId, partner_id: partnerId, entered_by: actor, at })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          await audit(tablesOf(tx), { at, actor, action: 'staff.affiliated', data: { staffId, partnerId } });
        });
        return reply.code(204).send(null);
      },
    );
  };

  async function mustExist(text: string): Promise<SubmissionRecord> {
    const id = parseSubmissionId(text);
    const found = id && (await publishing.submission(id));
    if (!found) throw new PorticoError('ERR_PUBLISHING_UNKNOWN');
    return found;
  }

  async function withApprovals(submission: SubmissionRecord) {
    return asBrief(submission, await findApprovals(tablesOf(platform.db), submission.digest));
  }
}

function asBrief(submission: SubmissionRecord, approvals: readonly Approval[]) {
  const { id, appId, partnerId, version, digest, state, findings, history } = submission;
  return {
    id,
    appId,
    partnerId,
    version,
    digest,
    state,
    submittedAt: (history[0]?.at ?? new Date(0)).toISOString(),
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    approvedBy: approvals.map(({ staffId }) => staffId),
  };
}
