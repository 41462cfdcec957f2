/** Identity and payments on a real database, with a demo partner and customers who may pay. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createIdentity, type Identity, migrations as identityMigrations } from '../../identity/index.ts';
import { createTestPlatform, type TestPlatform } from '../../platform/testing/index.ts';
import { createSimulatedChannel, type FaultPlan, type SimulatedChannel } from '../channels/simulated.ts';
import { checkInvariants, createPayments, migrations, type Payments } from '../index.ts';
import {
  type Call,
  createTestCustomer,
  createTestPartner,
  type Demo,
  injectInto,
  type TestCustomer,
  type TestPartner,
} from './callers.ts';

export interface TestBank {
  readonly test: TestPlatform;
  readonly identity: Identity;
  readonly payments: Payments;
  readonly channel: SimulatedChannel;
  readonly call: Call;
  readonly partner: TestPartner;
  /** A second connection, as the owner of the tables. */
  readonly owner: pg.Client;
  /** `passkeyAgeHours`: default 25, past the cap on new passkeys. */
  customer(options?: { level?: number; passkeyAgeHours?: number }): Promise<TestCustomer>;
  /** What the ledger says of a customer's account, in minor units. */
  balance(userId: string): Promise<{ posted: string; held: string } | undefined>;
  /** Fails the test when an invariant does not hold. */
  provesItself(): Promise<void>;
  close(): Promise<void>;
}

export interface TestBankOptions {
  readonly faults?: FaultPlan;
  /** Runs between the check of an assertion and what the payment does with it. */
  readonly afterVerify?: () => Promise<void>;
  /** Whether the bank has revoked the app. */
  readonly isRevoked?: () => Promise<boolean>;
}

export async function createTestBank({
  faults,
  afterVerify,
  isRevoked = async () => false,
}: TestBankOptions = {}): Promise<TestBank> {
  const test = await createTestPlatform({ migrations: [...identityMigrations, ...migrations] });
  const { platform } = test;
  const real = createIdentity(platform, { otpSender: { send: async () => undefined } });
  const verify: Identity['passkeys']['verify'] = async (...assertion) => {
    const passkey = await real.passkeys.verify(...assertion);
    await afterVerify?.();
    return passkey;
  };
  const identity: Identity = { ...real, passkeys: { ...real.passkeys, verify } };
  const channel = createSimulatedChannel(platform, faults);
  const payments = createPayments(platform, { identity, channel, isRevoked });
  const app = await test.buildApp([identity.routes, payments.routes]);
  const demo = JSON.parse(await readFile(join(platform.config.dataDir, 'demo.json'), 'utf8')) as Demo;
  const owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
  const call = injectInto(app);
  const now = () => platform.clock.now();

  return {
    test,
    identity,
    payments,
    channel,
    call,
    owner,
    partner: await createTestPartner(call, demo, now),
    async customer({ level = 4, passkeyAgeHours = 25 } = {}) {
      const customer = await createTestCustomer(call, demo, platform.config.publicOrigin, now);
      await owner.query('UPDATE identity.customers SET level = $2 WHERE id = $1', [customer.userId, level]);
      await owner.query(
        `UPDATE identity.passkeys SET enrolled_at = enrolled_at - make_interval(hours => $2) WHERE user_id = $1`,
        [customer.userId, passkeyAgeHours],
      );
      return customer;
    },
    async balance(userId) {
      const rows = await owner.query<{ posted: string; held: string }>(
        `SELECT posted, held FROM payments.accounts WHERE kind = 'customer' AND owner = $1`,
        [userId],
      );
      return rows.rows[0];
    },
    async provesItself() {
      assert.deepEqual(await checkInvariants(platform.db), []);
    },
    async close() {
      await owner.end();
      await test.close();
    },
  };
}
