import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { nameOfThrown } from '../outcome.ts';

export const attack: Attack = {
  id: '8',
  group: 'escape',
  title: 'set document.domain to the common parent',
  expected: 'SecurityError, and the parent stays out of reach',
  guest: () => ({
    set: ['portico.localhost', 'localhost', 'bank.portico.localhost', ''].map(
      (domain) =>
        nameOfThrown(() => {
          document.domain = domain;
        }) ?? 'set',
    ),
    parent: nameOfThrown(() => parent.document.body) ?? 'reached',
  }),
  judge({ report }) {
    same(report, { set: Array(4).fill('SecurityError'), parent: 'SecurityError' });
  },
};
