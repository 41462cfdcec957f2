import type { AppKind, Isolation } from '../../../sandbox/contract/manifest/index.ts';
import type { Rule } from '../engine/rule.ts';
import { cardFaults } from './release-cards.ts';

/** What the container of this version opens. A manifest may be ahead of it; a release may not. */
const KINDS: readonly AppKind[] = ['h5'];
const ISOLATIONS: readonly Isolation[] = ['sealed', 'origin'];

export const releaseSupported: Rule = {
  id: 'release/supported',
  severity: 'error',
  what: 'A kind of app or an isolation level that this version of the container cannot open; a warning for level origin.',
  why: 'The release would pass review and then fail on every customer’s screen; at level origin it keeps data of its own on the device.',
  fix: 'Use kind h5 and isolation sealed; use origin only for a site that cannot do without its own storage.',
  open: ({ release }, report) => ({
    file(file) {
      const isCard = release.widgets.some(({ path }) => path === file.path);
      if (isCard && file.type === 'text/javascript' && file.staticImports.length > 0) {
        report({ message: `The card ${file.path} imports other files; pack it as one script.`, file: file.path });
      }
    },
    end() {
      const { kind, isolation } = release;
      if (!KINDS.includes(kind))
        report({ message: `Apps of kind ${kind} cannot be opened yet. Use ${KINDS.join(', ')}.` });
      if (!ISOLATIONS.includes(isolation)) {
        report({ message: `Isolation ${isolation} cannot be opened yet. Use ${ISOLATIONS.join(', ')}.` });
      }
      for (const message of cardFaults(release)) report({ message });
      if (isolation === 'origin') {
        const inline = release.inlineScripts?.length ?? 0;
        report({
          severity: 'warning',
          message: `This app runs on an origin of its own: it keeps localStorage, IndexedDB and cookies on the device, does not open in web views without service workers, and ${inline} inline scripts of its pages may run. Ask whether sealed would do.`,
        });
      }
    },
  }),
};
