import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createFrameReader, type Frame } from '../../sandbox/contract/answer-frames.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import type { ReleaseRecord } from '../publishing/index.ts';
import { createGateway } from './index.ts';

const appId = 'com.teahouse.app';
const release = 'a'.repeat(64);

let answer: (response: ServerResponse) => void = (response) => response.end('ok');
const backend = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1');
await once(backend, 'listening');
after(() => {
  backend.closeAllConnections();
  backend.close();
});
const portOf = (address: AddressInfo | string | null): number => (address as AddressInfo).port;

const bench = await createTestPlatform({
  migrations: [],
  config: { backendMap: new Map([['https://tea.example', `http://127.0.0.1:${portOf(backend.address())}`]]) },
});
after(() => bench.close());
const gateway = createGateway(bench.platform, {
  identity: {
    signingKeys: { sign: async () => 'a token', jwks: async () => ({ keys: [] }), verify: async () => undefined },
    customerIfSignedIn: async () => undefined,
    openidFor: async () => undefined,
  },
  publishing: {
    release: async () =>
      ({ appId, state: 'LIVE', manifest: { backends: { api: 'https://tea.example' } } }) as unknown as ReleaseRecord,
  },
  trust: { isApproved: async () => true, isRevoked: async () => false },
});
const app = await bench.buildApp([gateway.routes]);
await app.listen({ port: 0, host: '127.0.0.1' });
after(() => app.close());

/** Asks over a real connection, as the container does. */
async function open(changes: Record<string, unknown> = {}): Promise<IncomingMessage> {
  const asked = request({
    port: portOf(app.server.address()),
    host: '127.0.0.1',
    method: 'POST',
    path: `/api/v1/gateway/${appId}/api/stream`,
    headers: { ...bench.fromContainer, 'content-type': 'application/json' },
    agent: false,
  });
  asked.end(JSON.stringify({ release, method: 'GET', path: '/', headers: {}, ...changes }));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response;
}
const json = ({ content }: Frame): Record<string, unknown> => JSON.parse(Buffer.from(content).toString());

/** All frames, `bytes` ones put together. */
async function whole(response: IncomingMessage) {
  const read = createFrameReader();
  const bytes: Uint8Array[] = [];
  const kinds: string[] = [];
  const said: Record<string, unknown>[] = [];
  for await (const received of response) {
    for (const frame of read(received as Buffer)) {
      if (frame.kind === 'bytes') bytes.push(frame.content);
      else kinds.push(frame.kind);
      if (frame.kind === 'head' || frame.kind === 'problem') said.push(json(frame));
    }
  }
  return { kinds, said, body: Buffer.concat(bytes) };
}
async function until(come: () => boolean): Promise<void> {
  for (let tries = 0; !come(); tries += 1) {
    assert.ok(tries < 500, 'waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('the head of an answer, and each part, is there before the next is made', async () => {
  let response: ServerResponse | undefined;
  answer = (given) => {
    given.writeHead(206, { 'content-type': 'text/event-stream', 'set-cookie': 'tracking=1', 'x-tea': 'green' });
    given.write('first');
    response = given;
  };
  const incoming = await open();
  assert.equal(incoming.statusCode, 200);
  assert.equal(incoming.headers['cache-control'], 'no-store');
  const read = createFrameReader();
  const got: Frame[] = [];
  const received: AsyncIterator<Buffer, void> = incoming[Symbol.asyncIterator]();
  const next = async (): Promise<Frame> => {
    for (;;) {
      const frame = got.shift();
      if (frame) return frame;
      const { value } = await received.next();
      assert.ok(value, 'the connection has ended');
      got.push(...read(value));
    }
  };
  const head = json(await next());
  assert.equal(head.status, 206);
  const { 'x-tea': tea, 'set-cookie': cookie } = head.headers as Record<string, string>;
  assert.deepEqual([tea, cookie], ['green', undefined]);
  assert.equal(Buffer.from((await next()).content).toString(), 'first');
  response?.write('second');
  assert.equal(Buffer.from((await next()).content).toString(), 'second');
  response?.end();
  assert.equal((await next()).kind, 'end');
});

test('an answer that is too long for net.request passes, up to the limit of a stream', async () => {
  const long = netQuotas.response + 300_000;
  answer = (response) => response.end(Buffer.alloc(long, 7));
  const { kinds, body } = await whole(await open());
  assert.deepEqual([kinds, body.length], [['head', 'end'], long]);
  assert.ok(body.every((byte) => byte === 7));

  answer = (response) => response.end(Buffer.alloc(netQuotas.stream + 1));
  const cut = await whole(await open());
  assert.deepEqual(cut.kinds, ['head', 'problem']);
  assert.equal(cut.said[1]?.code, 'ERR_GATEWAY_RESPONSE_TOO_LARGE');
  assert.ok(cut.body.length <= netQuotas.stream);
});

test('a back end that breaks off is said to have done so, after what came', async () => {
  answer = (response) => response.write('half', () => response.destroy());
  const { kinds, said, body } = await whole(await open());
  assert.deepEqual([kinds, said[1]?.code, body.toString()], [['head', 'problem'], 'ERR_GATEWAY_UNREACHABLE', 'half']);
});

test('what is refused before the head is a problem like any other', async () => {
  const refused: [Record<string, unknown>, string][] = [
    [{ path: '//evil.example/' }, 'ERR_GATEWAY_PATH_REFUSED'],
    [{ method: 'GET', body: 'x' }, 'ERR_GATEWAY_BODY_REFUSED'],
    [{ release: 'short' }, 'ERR_PLATFORM_BAD_REQUEST'],
  ];
  for (const [changes, code] of refused) {
    const response = await open(changes);
    assert.equal(response.headers['content-type'], 'application/problem+json');
    assert.equal(JSON.parse(Buffer.concat(await response.toArray()).toString()).code, code);
  }
  const heads: [number, Record<string, string>][] = [
    [302, { location: 'http://169.254.169.254/' }],
    [200, { 'x-a': 'a'.repeat(5_000) }],
  ];
  for (const [status, headers] of heads) {
    answer = (response) => response.writeHead(status, headers).end();
    assert.equal((await open()).statusCode, 502);
  }
});

test('a reader that stops holds the back end up, and nothing piles up in between', async () => {
  const part = Buffer.alloc(65_536);
  let sent = 0;
  let closed = false;
  answer = (response) => {
    const more = (): void => {
      while (!closed && sent < netQuotas.stream) {
        sent += part.length;
        if (!response.write(part)) return;
      }
      response.end();
    };
    response.on('drain', more).on('close', () => {
      closed = true;
    });
    more();
  };
  const incoming = await open();
  incoming.pause();
  let before = -1;
  await until(() => {
    const still = sent === before;
    before = sent;
    return still && sent > 0;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  // What the sockets' own buffers hold, and no more.
  assert.ok(sent < netQuotas.stream, `${sent} bytes were taken although nobody read`);
  const { kinds, body } = await whole(incoming);
  assert.deepEqual([kinds, body.length], [['head', 'end'], netQuotas.stream]);
});

test('when the app hangs up, so does the gateway, and the call’s place is free again', async () => {
  let gone = 0;
  answer = (response) => {
    response.on('close', () => {
      gone += 1;
    });
    response.write('first');
  };
  const streams = await Promise.all(Array.from({ length: netQuotas.atOnce }, () => open()));
  const refused = await open();
  assert.equal(refused.statusCode, 429);
  assert.equal(JSON.parse(Buffer.concat(await refused.toArray()).toString()).code, 'ERR_GATEWAY_BUSY');
  for (const stream of streams) stream.destroy();
  await until(() => gone === netQuotas.atOnce);
  answer = (response) => response.end('ok');
  let status: number | undefined;
  for (let tries = 0; tries < 100 && status !== 200; tries += 1) {
    const again = await open();
    status = again.statusCode;
    again.resume();
    await once(again, 'end');
  }
  assert.equal(status, 200);
});

test('another page of the same site cannot open a stream', async () => {
  const response = await app.inject({
    method: 'POST',
    url: `/api/v1/gateway/${appId}/api/stream`,
    headers: { ...bench.fromContainer, origin: 'http://a-x.portico.localhost:8080', 'sec-fetch-site': 'same-site' },
    payload: { release, method: 'GET', path: '/', headers: {} },
  });
  assert.equal(response.json().code, 'ERR_PLATFORM_CROSS_SITE');
});
