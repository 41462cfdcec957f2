import type { FastifyPluginAsync } from 'fastify';
import { type AppId, PorticoError } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import { cashierRoutes } from './cashier/routes.ts';
import type { Channel } from './channels/channel.ts';
import { createSimulatedChannel } from './channels/simulated.ts';
import type { Context } from './context.ts';
import { type CrashPoints, noCrashes } from './crash-points.ts';
import { checkInvariants } from './ledger/invariants.ts';
import { orderRoutes } from './orders/routes.ts';
import { expire } from './settlement/expire.ts';
import { recover } from './settlement/recover.ts';
import { settle } from './settlement/settle.ts';

export interface Payments {
  readonly routes: FastifyPluginAsync;
  /** Asks the channel about attempts without a known end that have not moved for `idleSeconds`; returns how many were settled. */
  recover(idleSeconds: number): Promise<number>;
  /** Expires intents and closes orders whose time is over by `portico.now()`; returns how many rows moved. */
  expire(): Promise<number>;
}

export interface PaymentsParts {
  readonly identity: Identity;
  /** The bank's adapter; the simulated channel where none is given, which starts only in demonstrations. */
  readonly channel?: Channel;
  readonly crashPoints?: CrashPoints;
  /** Whether the bank has revoked an app. Trust knows; without it none is asked. */
  readonly isRevoked?: (appId: AppId) => Promise<boolean>;
}

/** Longer than anybody waits for the channel, so that the job does not ask about payments under way. */
const IDLE_SECONDS = 15;
const RECOVER_EVERY_SECONDS = 10;
const EXPIRE_EVERY_SECONDS = 5;
const CHECK_EVERY_SECONDS = 600;

export function createPayments(platform: Platform, parts: PaymentsParts): Payments {
  const { identity, channel = createSimulatedChannel(platform), crashPoints = noCrashes, isRevoked } = parts;
  const assertInForce = async (appId: AppId): Promise<void> => {
    if (await isRevoked?.(appId)) throw new PorticoError('ERR_PAYMENT_APP_REVOKED');
  };
  const context: Context = { platform, identity, assertInForce, channel, crashPoints };
  channel.onNotice(async ({ attemptId, outcome }) => {
    await settle(context, attemptId, outcome);
  });

  const jobs = {
    recover: (idleSeconds: number) => recover(context, idleSeconds),
    expire: () => expire(context),
  };
  platform.jobs.every('payments.recover', RECOVER_EVERY_SECONDS, async () => void (await jobs.recover(IDLE_SECONDS)));
  platform.jobs.every('payments.expire', EXPIRE_EVERY_SECONDS, async () => void (await jobs.expire()));
  platform.jobs.every('payments.check-invariants', CHECK_EVERY_SECONDS, async () => {
    for (const violation of await checkInvariants(platform.db))
      platform.log.error(violation, 'the books do not add up');
  });

  return {
    ...jobs,
    routes: async (app) => {
      await app.register(orderRoutes(context));
      await app.register(cashierRoutes(context));
    },
  };
}
