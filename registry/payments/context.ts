import type { AppId } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Channel } from './channels/channel.ts';
import type { CrashPoints } from './crash-points.ts';

/** What the parts of payments are given; built once by `createPayments`. */
export interface Context {
  readonly platform: Platform;
  readonly identity: Identity;
  /** Throws ERR_PAYMENT_APP_REVOKED. */
  readonly assertInForce: (appId: AppId) => Promise<void>;
  readonly channel: Channel;
  readonly crashPoints: CrashPoints;
}
