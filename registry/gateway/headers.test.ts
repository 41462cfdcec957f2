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

test('nor do they in a spelling that some servers read as the same', () => {
  const sent = {
    Portico_Identity: 'forged',
    X_Forwarded_For: '10.0.0.1',
    x_real_ip: '10.0.0.1',
    'True-Client-IP': '10.0.0.1',
    X_Client_IP: '10.0.0.1',
    'X-Original-URL': '/admin',
    Content_Length: '3',
  };
  assert.deepEqual(headersUp(sent), {});
  assert.deepEqual(headersUp({ x_client_version: '4' }), { x_client_version: '4' });
});

test('a line break or a space in a header is refused rather than repaired', () => {
  for (const bad of [{ 'x-a': 'one\r\nx-b: two' }, { 'x a': '1' }, { 'x-a:': '1' }, { 'x-a': 'café' }]) {
    assert.throws(() => headersUp(bad), { code: 'ERR_GATEWAY_HEADER_REFUSED' });
  }
});

test('what a back end tells browsers does not reach the app, however much it is', () => {
  const received = {
    'Content-Security-Policy': `connect-src ${'https://a.example '.repeat(500)}`,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Strict-Transport-Security': 'max-age=1',
    'Report-To': '{}',
    'X-Total-Count': '3',
    Link: '</next>; rel="next"',
  };
  assert.deepEqual(headersDown(received), { 'x-total-count': '3', link: '</next>; rel="next"' });
});

test('names that reach a prototype do not reach the app', () => {
  const received = JSON.parse('{"__proto__": "1", "Constructor": "2", "prototype": "3", "x-a": "4"}');
  assert.deepEqual(headersDown(received), { 'x-a': '4' });
});

test('more headers than an app can be given are refused and not left out', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, 'a']));
  assert.equal(Object.keys(headersDown(many(32))).length, 32);
  assert.throws(() => headersDown(many(33)), { code: 'ERR_GATEWAY_ANSWER_REFUSED', detail: /33 headers/ });
  assert.equal(headersDown({ 'x-a': 'a'.repeat(4_096) })['x-a']?.length, 4_096);
  for (const bad of [{ 'x-a': 'a'.repeat(4_097) }, { ['x'.repeat(65)]: 'a' }]) {
    assert.throws(() => headersDown(bad), { code: 'ERR_GATEWAY_ANSWER_REFUSED' });
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
