import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createIdentity, migrations as identityMigrations } from '../identity/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import { deliverDue } from './deliver.ts';
import { migrations } from './migrations.ts';

const { platform, close } = await createTestPlatform({ migrations: [...identityMigrations, ...migrations] });
after(close);
const identity = createIdentity(platform, { otpSender: { send: async () => undefined } });

test('when the database goes away under several deliveries it is one fault for the caller, and nobody’s is left over', async () => {
  for (const partnerId of ['one', 'one', 'two', 'two']) {
    await sql`INSERT INTO webhooks.messages (id, partner_id, type, order_id, order_version, body)
      VALUES (${randomUUID()}, ${partnerId}, 'order.paid', ${randomUUID()}, 1, '{}')`.execute(platform.db);
  }
  // The next message is being claimed when this fails, so nobody is waiting for it yet.
  let asked = 0;
  const partners = {
    ...identity.partners,
    get: async () => {
      asked += 1;
      throw new Error('Connection terminated unexpectedly');
    },
  };
  const send = () => assert.fail('nothing can be sent');
  await assert.rejects(deliverDue({ platform, identity: { ...identity, partners }, send }), /Connection terminated/);
  assert.ok(asked > 1);
  // An unhandled rejection would end the process, and fails this test.
  await pause(50);
});
