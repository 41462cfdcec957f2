import type { Attack } from '../attack.ts';
import { matches, same } from '../expect.ts';
import { membersOf, nameOfThrown } from '../outcome.ts';

export const attack: Attack = {
  id: '1',
  group: 'escape',
  atOrigin: {
    because: 'it has an origin, its own, which is another than the container’s',
    expected: 'frameElement is null and the parent’s document a SecurityError',
    judge({ report }) {
      const { origin, ...rest } = membersOf(report);
      same(rest, { frameElement: 'null', parentFrames: 'SecurityError' });
      matches(origin, /^http:\/\/a-[a-z2-7]{20}\./);
    },
  },
  title: 'remove the sandbox attribute through frameElement',
  expected: 'frameElement is out of reach: null or a SecurityError',
  guest: () => ({
    frameElement: nameOfThrown(() => window.frameElement?.removeAttribute('sandbox')) ?? String(window.frameElement),
    parentFrames: nameOfThrown(() => parent.document.querySelector('iframe')?.removeAttribute('sandbox')) ?? 'reached',
    origin: self.origin,
  }),
  judge({ report }) {
    same(report, { frameElement: 'null', parentFrames: 'SecurityError', origin: 'null' });
  },
};
