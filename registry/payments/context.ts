import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Channel } from './channels/channel.ts';
import type { CrashPoints } from './crash-points.ts';

/** What the parts of payments are given; built once by `createPayments`. */
export interface Context {
  readonly platform: Platform;
  readonly identity: Identity;
  readonly channel: Channel;
  readonly crashPoints: CrashPoints;
}
