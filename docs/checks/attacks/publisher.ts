import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readPartnerKey } from '../../../plugins/kit/server/index.ts';
import { readPackage } from '../../../registry/publishing/engine/index.ts';
import type { ApiAnswer, ManifestChange, PublishedApp, World } from '../../../sandbox/attacks/bench.ts';
import type { DemoPartner, DemoPeople } from '../demo/people.ts';
import { approve, askRegistry } from '../demo/review.ts';

export interface Publisher extends Pick<World, 'submit' | 'submission' | 'publish'> {}

const LIVE_WITHIN_MS = 60_000;

/** A hostile partner at the registry's door: it signs what it likes, and the registry decides what becomes of it. */
export function createPublisher(options: {
  readonly api: string;
  readonly people: DemoPeople;
  readonly partner: DemoPartner;
  readonly packageOf: (change: ManifestChange) => Promise<Uint8Array>;
}): Publisher {
  const { api, people, partner, packageOf } = options;
  const key = readPartnerKey(readFileSync(partner.keyFile, 'utf8'));

  async function submit(change: ManifestChange): Promise<ApiAnswer> {
    const archive = Buffer.from(await packageOf(change));
    const appId = change.appId ?? 'com.attacklab.app';
    // A package that our own reader refuses has no digest to sign; the registry must refuse it before that matters.
    const digest = await readPackage(archive).then(
      (read) => read.digest as string,
      () => '0'.repeat(64),
    );
    const response = await fetch(`${api}/api/v1/submissions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${partner.token}`,
        'content-type': 'application/zip',
        'portico-key-id': key.keyId,
        'portico-release-signature': key.sign(`portico-release-v1\n${appId}\n${digest}`),
      },
      body: archive,
    });
    return { status: response.status, body: await response.json() };
  }

  async function submission(id: string): ReturnType<World['submission']> {
    return (await askRegistry(api, partner.token, 'GET', `/api/v1/submissions/${id}`)) as Awaited<
      ReturnType<World['submission']>
    >;
  }

  async function publish(change: ManifestChange): Promise<PublishedApp> {
    const answer = await submit(change);
    if (answer.status !== 202) throw new TypeError(`the registry took no lab: ${JSON.stringify(answer.body)}`);
    const { id, appId, digest } = answer.body as { id: string; appId: string; digest: string };
    const reviewers = people.reviewers.slice(0, 2);
    const deadline = performance.now() + LIVE_WITHIN_MS;
    for (;;) {
      const { state, findings } = await submission(id);
      if (state === 'LIVE') return { appId, digest, submissionId: id, level: change.level ?? 'sealed' };
      if (state === 'REJECTED') throw new TypeError(`${appId} was rejected: ${JSON.stringify(findings)}`);
      const reviewer = /^(?:IN_REVIEW|SECOND_APPROVAL)$/.test(state) ? reviewers.shift() : undefined;
      if (reviewer) await approve(api, reviewer, { id, appId, digest });
      else if (performance.now() > deadline) throw new TypeError(`${appId} is still ${state}`);
      else await pause(50);
    }
  }
  return { submit, submission, publish };
}
