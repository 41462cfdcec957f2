import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersDown, headersUp } from './headers.ts';

test('an app’s own headers reach the back end, in lower case', () => {
  assert.deepEqual(headersUp({ Accept: 'application/json', 'X-Trace': 'a b' }), {
    accept: 'application/json',
    'x-trace': 'a b',
  });
});

test('cookies, connection headers, claimed identities and addresses do not', () => {
  const sent = {
    Cookie: 'a=1',
    Connection: 'x-private, close',
    'X-Private': 'meant for this connection',
    'Transfer-Encoding': 'chunked',
    Host: 'evil.example',
    'Content-Length': '3',
    'Portico-Identity': 'forged',
    'X-Forwarded-For': '10.0.0.1',
    Forwarded: 'for=10.0.0.1',
    'Sec-Fetch-Site': 'same-origin',
    Origin: 'https://bank.example',
    'Accept-Encoding': 'br',
  };
  assert.deepEqual(headersUp(sent), {});
});

test('a line break or a space in a header is refused rather than repaired', () => {
  for (const bad of [{ 'x-a': 'one\r\nx-b: two' }, { 'x a': '1' }, { 'x-a:': '1' }, { 'x-a': 'café' }]) {
    assert.throws(() => headersUp(bad), { code: 'ERR_GATEWAY_HEADER_REFUSED' });
  }
});

test('a back end’s cookies and connection headers do not reach the app', () => {
  const received = {
    'Content-Type': 'text/plain',
    'Set-Cookie': ['a=1', 'b=2'],
    Connection: 'close, x-hop',
    'X-Hop': '1',
    'Content-Length': '5',
    Vary: ['accept', 'origin'],
  };
  assert.deepEqual(headersDown(received), { 'content-type': 'text/plain', vary: 'accept, origin' });
});
