import { assert } from 'chai';
import { type AppId, PorticoError, type ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { canonicalJson } from '../../../sandbox/contract/json/index.ts';
import { exampleRelease } from '../../../sandbox/contract/manifest/index.ts';
import { type Bytes, sha256Of, utf8 } from './bytes.ts';
import type { Json } from './canonical-json.ts';
import { verifyEd25519 } from './ed25519.ts';
import { partnersPath, readPartners, verifyRelease } from './release-checks.ts';

interface Person {
  readonly keyId: string;
  readonly publicKey: string;
  sign(text: string): Promise<string>;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

async function person(): Promise<Person> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw: Bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    keyId: (await sha256Of(raw)).slice(0, 32),
    publicKey: base64url(raw),
    sign: async (text) => base64url(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8(text)))),
  };
}

const AUDIENCE = 'https://m.bank.example';
const manifest = exampleRelease();
const { appId } = manifest;
const bytes = utf8(canonicalJson(manifest));

async function release() {
  const digest = (await sha256Of(bytes)) as ReleaseDigest;
  const [tea, noodles, lin, zhao] = await Promise.all([person(), person(), person(), person()]);
  const approval = async (staffId: string, by: Person) => ({
    ...{ staffId, keyId: by.keyId },
    signature: await by.sign(`portico-approval-v1\n${appId}\n${digest}`),
  });
  const statement = `portico-release-v1\n${appId}\n${digest}`;
  const custom = {
    ...{ appId, audience: AUDIENCE, epoch: 1, partnerId: 'teahouse' },
    partnerSignature: { keyId: tea.keyId, signature: await tea.sign(statement) },
    approvals: [await approval('lin', lin), await approval('zhao', zhao)],
  };
  const listed = (partnerId: string, owned: readonly AppId[], { keyId, publicKey }: Person) => ({
    ...{ partnerId, name: `${partnerId}有限公司`, appIds: owned, keys: [{ keyId, publicKey }] },
  });
  const partners = [listed('teahouse', [appId], tea), listed('noodles', ['com.noodles.app' as AppId], noodles)];
  const reviewers = [
    { staffId: 'lin', ...lin },
    { staffId: 'zhao', ...zhao },
  ];
  return { digest, statement, custom, partners, reviewers, tea, noodles };
}
type Made = Awaited<ReturnType<typeof release>>;

async function refusalOf(made: Made, custom: unknown, partners = made.partners): Promise<string | undefined> {
  const { digest, reviewers } = made;
  const checks = { appId, digest, audience: AUDIENCE, reviewers, partners, verify: verifyEd25519 };
  try {
    await verifyRelease({ bytes, sha256: digest, custom: custom as Json }, checks);
    return undefined;
  } catch (error) {
    if (error instanceof PorticoError && error.code === 'ERR_TRUST_RELEASE_INVALID') return error.message;
    throw error;
  }
}

it('a release signed by the partner that owns the app, and approved by two, is good', async () => {
  const made = await release();
  assert.isUndefined(await refusalOf(made, made.custom));
});

it('a partner’s signature that is missing, broken or over something else is refused', async () => {
  const made = await release();
  const { custom, tea, statement } = made;
  const { partnerSignature, ...unsigned } = custom;
  assert.match((await refusalOf(made, unsigned)) ?? '', /missing/);
  const short = { ...partnerSignature, signature: partnerSignature.signature.slice(0, 40) };
  assert.match((await refusalOf(made, { ...custom, partnerSignature: short })) ?? '', /missing/);
  const other = { ...partnerSignature, signature: await tea.sign(`${statement}0`) };
  assert.match((await refusalOf(made, { ...custom, partnerSignature: other })) ?? '', /wrong/);
});

it('a signature by another partner’s key is refused under either partner’s name', async () => {
  const made = await release();
  const { custom, noodles, statement } = made;
  const partnerSignature = { keyId: noodles.keyId, signature: await noodles.sign(statement) };
  assert.match((await refusalOf(made, { ...custom, partnerSignature })) ?? '', /not this partner’s/);
  const renamed = { ...custom, partnerSignature, partnerId: 'noodles' };
  assert.match((await refusalOf(made, renamed)) ?? '', /The app is not this partner’s/);
  assert.match((await refusalOf(made, { ...custom, partnerId: '' })) ?? '', /not named/);
});

it('a key that the list no longer has counts no longer', async () => {
  const made = await release();
  const without = made.partners.map((partner) => ({ ...partner, keys: [] }));
  assert.match((await refusalOf(made, made.custom, without)) ?? '', /not this partner’s/);
});

it('a partner is looked for in the shard that the registry writes it to', async () => {
  assert.equal(await partnersPath('teahouse'), `partners/${(await sha256Of(utf8('teahouse')))[0]}.json`);
  const made = await release();
  assert.deepEqual(readPartners(utf8(canonicalJson({ partners: made.partners }))), made.partners);
  assert.throws(() => readPartners(utf8('{"partners":{}}')), PorticoError);
});
