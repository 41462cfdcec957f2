import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { nameOfThrown } from '../outcome.ts';

export const attack: Attack = {
  id: '1',
  group: 'escape',
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
