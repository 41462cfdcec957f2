import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { createPublicSend, type Resolve } from './public-fetch.ts';

const code = (expected: string) => (error: unknown) => (error as { code?: unknown }).code === expected;
const post = (url: string) => ({ url: new URL(url), headers: {}, body: '{}', timeoutMs: 2_000 });

let hits = 0;
const inside = createServer((_request, response) => {
  hits += 1;
  response.end();
});
await new Promise<void>((ready) => inside.listen(0, '127.0.0.1', ready));
after(() => inside.close());
const address = inside.address();
const port = typeof address === 'object' && address ? address.port : 0;

test('fault 54: literal addresses of the bank’s own network are refused in every spelling', async () => {
  const { send, close } = createPublicSend();
  const spellings = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '10.0.0.1',
  ];
  for (const host of spellings) {
    await assert.rejects(send(post(`https://${host}:${port}/`)), code('ERR_WEBHOOK_ADDRESS'), host);
  }
  await close();
  assert.equal(hits, 0);
});

test('fault 54: a name that resolves inside is refused, also when another of its addresses is public', async () => {
  for (const addresses of [['127.0.0.1'], ['1.1.1.1', '10.0.0.7'], ['::1'], []]) {
    const resolve: Resolve = async () => addresses.map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 }));
    const { send, close } = createPublicSend(resolve);
    await assert.rejects(send(post(`https://partner.example:${port}/`)), code('ERR_WEBHOOK_ADDRESS'));
    await close();
  }
  assert.equal(hits, 0);
});

test('fault 54: a name is resolved once, so rebinding between check and connection is impossible', async () => {
  let asked = 0;
  const resolve: Resolve = async () => {
    asked += 1;
    // An address that is refused at once; the inside one to whoever asks again.
    return [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
  };
  const { send, close } = createPublicSend(resolve);
  await assert.rejects(send(post(`https://partner.example:${port}/`)), code('ERR_WEBHOOK_ADDRESS'));
  assert.equal(asked, 1);
  await close();
});

test('only https without credentials is called', async () => {
  const { send, close } = createPublicSend();
  await assert.rejects(send(post('http://partner.example/')), code('ERR_WEBHOOK_URL'));
  await assert.rejects(send(post('https://user:secret@partner.example/')), code('ERR_WEBHOOK_URL'));
  await close();
});
