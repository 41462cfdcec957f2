import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { holdPort } from './processes.ts';

const STUCK = 'still held';

test('a port that is held is free again once released, whoever has called at it meanwhile', async (t) => {
  const { port, release } = await holdPort('A_PORT', '0');
  const caller = connect(port, '127.0.0.1');
  caller.on('error', () => undefined);
  t.after(() => caller.destroy());
  caller.write('POST /webhook HTTP/1.1\r\n\r\n');
  const over = new Promise((resolve) => caller.once('close', resolve));
  await Promise.race([over, new Promise((resolve) => caller.once('connect', resolve))]);
  assert.notEqual(await Promise.race([release(), pause(5_000, STUCK, { ref: false })]), STUCK);
  await over;
  const again = await holdPort('A_PORT', String(port));
  await again.release();
});

test('a port that is taken, or is none, is refused with the setting’s name', async () => {
  const { port, release } = await holdPort('A_PORT', undefined);
  await assert.rejects(holdPort('A_PORT', String(port)), {
    code: 'ERR_PLATFORM_CONFIG_PORT_IN_USE',
    message: new RegExp(`A_PORT is ${port}: EADDRINUSE`),
  });
  await release();
  for (const wrong of ['65536', 'x', '-1'])
    await assert.rejects(holdPort('A_PORT', wrong), { code: 'ERR_PLATFORM_CONFIG_VALUE', message: /A_PORT is "/ });
});
