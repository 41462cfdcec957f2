import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { nameOfThrown } from '../outcome.ts';

const reached = (read: () => unknown): string => nameOfThrown(read) ?? 'reached';

export const attack: Attack = {
  id: '2',
  group: 'escape',
  atOrigin: {
    because: 'its own cookies, storage and databases are what this level is for',
    expected: 'SecurityError for the container’s; its own are there, and no frame of the page can be enumerated',
    judge({ report }) {
      const theirs = ['parentDocument', 'topDocument', 'parentStorage', 'parentLocation'].map((name) => [
        name,
        'SecurityError',
      ]);
      const own = ['ownCookie', 'ownStorage', 'ownDatabase'].map((name) => [name, 'reached']);
      same(report, { ...Object.fromEntries([...theirs, ...own]), frames: 0 });
    },
  },
  title: 'read the document, storage and cookies of parent and top',
  expected: 'SecurityError for each; no frame of the page can be enumerated',
  guest: () => ({
    parentDocument: reached(() => parent.document.body),
    topDocument: reached(() => top?.document.cookie),
    parentStorage: reached(() => parent.localStorage.length),
    parentLocation: reached(() => parent.location.href),
    ownCookie: reached(() => document.cookie),
    ownStorage: reached(() => localStorage.length),
    ownDatabase: reached(() => indexedDB.open('x')),
    frames: top?.length ?? -1,
  }),
  judge({ report }) {
    same(report, {
      parentDocument: 'SecurityError',
      topDocument: 'SecurityError',
      parentStorage: 'SecurityError',
      parentLocation: 'SecurityError',
      ownCookie: 'SecurityError',
      ownStorage: 'SecurityError',
      ownDatabase: 'SecurityError',
      frames: 0,
    });
  },
};
