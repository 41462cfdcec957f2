import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { pino } from 'pino';
import { createBackendClient } from './backend-client.ts';

let answer: (response: ServerResponse) => void = (response) => response.end('ok');
const hungUp: Promise<unknown>[] = [];
const server = createServer((_request, response) => {
  hungUp.push(once(response, 'close'));
  answer(response);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
assert.ok(typeof address === 'object' && address);

const client = createBackendClient(pino({ level: 'silent' }), { firstByteMs: 1_000, wholeAnswerMs: 2_500 });
after(async () => {
  server.closeAllConnections();
  server.close();
  await client.close();
});
const target = { audience: 'https://tea.example', url: new URL(`http://127.0.0.1:${address.port}/`), mapped: true };
const send = (signal = new AbortController().signal) =>
  client.send({ target, method: 'GET', headers: {}, body: undefined, signal });

test('a back end that says nothing in time is given up', async () => {
  answer = () => undefined;
  await assert.rejects(send(), { code: 'ERR_GATEWAY_TIMEOUT' });
});

test('a back end that trickles is given up when the whole answer takes too long', async () => {
  answer = (response) => {
    const trickle = setInterval(() => response.write('.'), 200);
    response.on('close', () => clearInterval(trickle));
  };
  await assert.rejects(send(), { code: 'ERR_GATEWAY_TIMEOUT' });
});

test('when the app hangs up, so does the gateway', async () => {
  answer = (response) => response.write('first');
  const controller = new AbortController();
  const call = send(controller.signal);
  while (hungUp.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort();
  await assert.rejects(call, { code: 'ERR_GATEWAY_ABANDONED' });
  await hungUp[2];
});

test('a back end that breaks off is unreachable, and the next call starts afresh', async () => {
  answer = (response) => response.write('half', () => response.destroy());
  await assert.rejects(send(), { code: 'ERR_GATEWAY_UNREACHABLE' });
  answer = (response) => response.end('whole');
  assert.equal(Buffer.from((await send()).body).toString(), 'whole');
});

test('a stream may be silent for longer than its first byte may take, but not for longer than the whole may', async () => {
  answer = (response) => {
    response.write('first');
    setTimeout(() => response.write('second'), 1_400);
  };
  const { body } = await client.stream({
    target,
    method: 'GET',
    headers: {},
    body: undefined,
    signal: new AbortController().signal,
  });
  const got: string[] = [];
  const read = async (): Promise<void> => {
    for await (const bytes of body) got.push(Buffer.from(bytes).toString());
  };
  await assert.rejects(read(), { code: 'ERR_GATEWAY_TIMEOUT' });
  assert.deepEqual(got, ['first', 'second']);
});

test('a stream that its reader leaves is hung up on', async () => {
  answer = (response) => response.write('first');
  const before = hungUp.length;
  const { body } = await client.stream({
    target,
    method: 'GET',
    headers: {},
    body: undefined,
    signal: new AbortController().signal,
  });
  for await (const bytes of body) {
    assert.equal(Buffer.from(bytes).toString(), 'first');
    break;
  }
  await hungUp[before];
});
