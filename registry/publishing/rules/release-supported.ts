import type { AppKind, Isolation } from '../../../sandbox/contract/manifest/index.ts';
import type { Rule } from '../engine/rule.ts';

/** What the container of this version opens. A manifest may be ahead of it; a release may not. */
const KINDS: readonly AppKind[] = ['h5'];
const ISOLATIONS: readonly Isolation[] = ['sealed'];

export const releaseSupported: Rule = {
  id: 'release/supported',
  severity: 'error',
  what: 'A kind of app or an isolation level that this version of the container cannot open.',
  why: 'The release would pass review and then fail on every customer’s screen.',
  fix: 'Use kind h5 and isolation sealed, or wait for a container that knows the other.',
  open: ({ release }, report) => ({
    end() {
      if (!KINDS.includes(release.kind))
        report({ message: `Apps of kind ${release.kind} cannot be opened yet. Use ${KINDS.join(', ')}.` });
      if (!ISOLATIONS.includes(release.isolation)) {
        report({ message: `Isolation ${release.isolation} cannot be opened yet. Use ${ISOLATIONS.join(', ')}.` });
      }
    },
  }),
};
