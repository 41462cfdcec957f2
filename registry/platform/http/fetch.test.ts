import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { createFetch } from './fetch.ts';

const server = createServer((request, response) => {
  if (request.url === '/slow') return;
  response.end(request.headers.host);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = address && typeof address === 'object' ? address.port : 0;
const { fetch, close } = createFetch();
after(async () => {
  server.closeAllConnections();
  server.close();
  await close();
});

test('a name under .localhost is reached on loopback and sees its own host name', async () => {
  const answer = await fetch(`http://id.portico.localhost:${port}/`);
  assert.equal(await answer.text(), `id.portico.localhost:${port}`);
});

test('a server that is not there is an upstream problem that names the host', async () => {
  await assert.rejects(fetch('http://127.0.0.1:1/secret?code=1'), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'ERR_PLATFORM_UPSTREAM');
    assert.match(error.message, /127\.0\.0\.1:1/);
    assert.doesNotMatch(error.message, /secret|code=1/);
    return true;
  });
});

test('a server that does not answer in time is another problem than one that is not there', async () => {
  await assert.rejects(fetch(`http://127.0.0.1:${port}/slow`, { timeoutMs: 100 }), {
    code: 'ERR_PLATFORM_UPSTREAM_TIMEOUT',
  });
});

test('the caller’s own abort is its own', async () => {
  const abort = new AbortController();
  const waiting = fetch(`http://127.0.0.1:${port}/slow`, { signal: abort.signal });
  abort.abort();
  await assert.rejects(waiting, { name: 'AbortError' });
});
