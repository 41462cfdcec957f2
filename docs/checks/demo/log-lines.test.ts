import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableLine } from './log-lines.ts';

test('a log line becomes its message with what belongs to it', () => {
  const line = '{"level":30,"time":1795292094590,"appId":"com.cityparking.app","count":2,"msg":"release signed"}';
  assert.equal(readableLine(line), 'release signed appId=com.cityparking.app count=2');
});

test('the one-time code can be found as it always could', () => {
  const line = '{"level":30,"time":1795292094590,"msg":"OTP for 138****0001 is 123456"}';
  assert.equal(readableLine(line), 'OTP for 138****0001 is 123456');
});

test('warnings and errors say that they are', () => {
  assert.equal(readableLine('{"level":40,"msg":"late"}'), 'warning late');
  const err = { code: 'E', message: 'no', stack: 'Error: no\n    at f (a.ts:1:2)' };
  assert.equal(readableLine(JSON.stringify({ level: 50, err, msg: 'bad' })), 'ERROR bad: E no\n    at f (a.ts:1:2)');
  assert.equal(readableLine(JSON.stringify({ level: 40, err, msg: 'bad' })), 'warning bad: E no');
});

test('what is no log line stays as it is', () => {
  for (const line of ['ERR_PLATFORM_CONFIG_VALUE: no.', '{"a":1}', '{half', '']) assert.equal(readableLine(line), line);
});

test('the notice about Node 20 is left out', () => {
  assert.equal(readableLine('oidc-provider WARNING: Unsupported runtime. Use Node.js v22.x LTS.'), undefined);
});
