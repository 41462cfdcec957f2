import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { appFrames } from '../open-lab.ts';
import { membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '22',
  group: 'exfiltration',
  atOrigin: {
    because: 'its process holds its own origin’s documents, told by another address',
    expected: 'the same: clocks no finer than 100 µs, no shared memory, a process for each site; see decision 190',
  },
  title: 'watch another app through shared time: fine clocks, shared memory, a shared process',
  expected:
    'clocks no finer than 100 µs, no shared memory, a process for each app; contention for the machine itself remains, see decision 190',
  guest(): JsonValue {
    const steps = new Set<number>();
    let last = performance.now();
    const until = last + 300;
    while (last < until) {
      const now = performance.now();
      if (now !== last) steps.add(Math.round((now - last) * 1_000));
      last = now;
    }
    return {
      smallestStepUs: Math.min(...steps),
      isolated: crossOriginIsolated,
      sharedMemory: typeof SharedArrayBuffer,
      memoryMeasure: 'measureUserAgentSpecificMemory' in performance,
      ownEntriesOnly: performance
        .getEntries()
        .every(({ name }) => !name.includes('bank.') && !/\/\/a-/.test(name.replace(location.origin, ''))),
    };
  },
  async judge({ report, page, world }) {
    const seen = membersOf(report);
    holds(Number(seen.smallestStepUs) >= 90, `the clock shows ${seen.smallestStepUs} µs`);
    same(
      [seen.isolated, seen.sharedMemory, seen.memoryMeasure, seen.ownEntriesOnly],
      [false, 'undefined', false, true],
      'isolation, shared memory, memory measure, own entries',
    );
    const session = await world.browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const frames = targetInfos.filter(({ type, url }) => type === 'iframe' && /\/\/a-[a-z2-7]{20}\./.test(url));
    holds(frames.length >= 1, 'the app’s frame has no process of its own');
    same(appFrames(page), 1, 'frames of apps');
    await session.detach();
  },
};
