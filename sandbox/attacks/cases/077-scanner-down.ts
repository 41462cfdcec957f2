import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '77',
  group: 'money',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  title: 'submit while the package scanner is missing',
  expected: 'the submission is taken and held; it never reaches review unscanned',
  async judge({ world }) {
    const held = await world.withoutScanner();
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    let { status, body } = await held.submit({ appId: 'com.attacklab.unscanned' });
    // A busy machine has it say for a moment that it cannot answer.
    for (let tries = 0; tries < 20 && status === 503; tries += 1) {
      await pause(1_000);
      ({ status, body } = await held.submit({ appId: 'com.attacklab.unscanned' }));
    }
    same(status, 202, JSON.stringify(body));
    const { id } = body as { id: string };
    const states = new Set<string>();
    for (let look = 0; look < 25; look += 1) {
      states.add((await held.submission(id)).state);
      await pause(200);
    }
    holds(states.has('SCANNING'), `it was ${[...states].join(', ')}`);
    for (const state of states) holds(['RECEIVED', 'VALIDATING', 'SCANNING'].includes(state), `it reached ${state}`);
  },
};
