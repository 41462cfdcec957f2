import type { FastifyPluginAsync } from 'fastify';
import type { ReleaseDigest, StaffId } from '../../sandbox/contract/index.ts';
import type { Database, Tx } from '../platform/platform.ts';

/** A reviewer's word on one exact release: `signature` is base64url Ed25519 over `portico-approval-v1\n<appId>\n<digest>`. */
export interface Approval {
  readonly staffId: StaffId;
  readonly keyId: string;
  readonly signature: string;
}

export interface Review {
  readonly routes: FastifyPluginAsync;
  /** Oldest first; two at most. */
  approvals(digest: ReleaseDigest, tx?: Tx | Database): Promise<readonly Approval[]>;
}
