import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type BankParts, loadBankParts } from './bank-parts.ts';
import type { Platform } from './platform/index.ts';

const folder = await mkdtemp(join(tmpdir(), 'portico-parts-'));
after(() => rm(folder, { recursive: true }));
// The parts below look at nothing of the platform.
const platform = {} as Platform;
const signers = 'signers: { roots() {}, createRoot() {}, roles() {} }';
const channel = 'channel: { name: "core", submit() {}, query() {}, cancel() {}, returnLate() {}, onNotice() {} }';
const otpSender = 'otpSender: { send() {} }';

let modules = 0;
/** What comes of a module whose createBankParts has this body. */
async function made(body: string, config: { demo?: boolean; embeddedIssuer?: boolean } = {}): Promise<BankParts> {
  const bankParts = join(folder, `parts-${++modules}.mjs`);
  await writeFile(bankParts, `export async function createBankParts() { ${body} }`);
  const create = await loadBankParts({ demo: false, embeddedIssuer: true, ...config, bankParts });
  return await create(platform);
}
const refuses = (parts: Promise<BankParts>, message: RegExp) =>
  assert.rejects(parts, { code: 'ERR_PLATFORM_CONFIG_BANK_PARTS', message });

test('all three parts are taken; the bank’s own issuer needs no delivery of one-time passwords', async () => {
  assert.deepEqual(Object.keys(await made(`return { ${signers}, ${channel}, ${otpSender} };`)), [
    'signers',
    'channel',
    'otpSender',
  ]);
  assert.ok((await made(`return { ${signers}, ${channel} };`, { embeddedIssuer: false })).channel);
});

test('outside a demo no part may be missing, and the sentence names the one that is', async () => {
  await refuses(made(`return { ${channel}, ${otpSender} };`), /no part "signers"/);
  await refuses(made(`return { ${signers}, ${otpSender} };`), /no part "channel"/);
  await refuses(made(`return { ${signers}, ${channel} };`), /no part "otpSender"/);
  assert.deepEqual(await made('return {};', { demo: true }), {}, 'a demo has its own');
});

test('a part that is misspelt, half done or no object is refused, in a demo too', async () => {
  await refuses(made('return { chanel: {} };', { demo: true }), /"chanel".*signers, channel, otpSender/);
  await refuses(made('return { channel: { submit() {} } };', { demo: true }), /"channel".*no function query/);
  await refuses(made('return { otpSender: null };', { demo: true }), /"otpSender".*no function send/);
  await refuses(made('return undefined;'), /returned no object/);
});

test('what createBankParts throws is in the sentence', async () => {
  await refuses(made('throw new Error("the HSM does not answer");'), /failed: the HSM does not answer/);
});

test('a demo needs no module', async () => {
  const create = await loadBankParts({ demo: true, embeddedIssuer: true, bankParts: undefined });
  assert.deepEqual(await create(platform), {});
});
