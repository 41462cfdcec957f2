import type { FastifyPluginAsync } from 'fastify';
import type { AppId, ReleaseDigest } from '../../sandbox/contract/index.ts';

export interface LiveRelease {
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  /** Share of customers, 0–100; the spine points everyone (100). */
  readonly percent: number;
}

export interface Rollout {
  readonly routes: FastifyPluginAsync;
  /** The release customers get now; `undefined` when none was rolled out or it is revoked. */
  live(appId: AppId): Promise<LiveRelease | undefined>;
  /** Every app that customers can open now, revoked ones left out, by app id. */
  allLive(): Promise<readonly LiveRelease[]>;
}
