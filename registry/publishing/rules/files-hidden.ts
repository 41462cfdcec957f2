import type { Rule } from '../engine/rule.ts';

interface Unwanted {
  /** An unmodified site may load files from here; then the reviewer decides. */
  readonly toleratedInSites?: true;
  readonly is: (parts: readonly string[], name: string) => boolean;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

const FOLDERS = new Set(['node_modules', '__macosx', 'bower_components']);
const TEST_FOLDERS = new Set(['test', 'tests', '__tests__', 'spec', 'e2e', 'coverage', '__snapshots__', 'fixtures']);
const LEFTOVERS = new Set([
  'thumbs.db',
  'desktop.ini',
  'package-lock.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'package.json',
]);

const UNWANTED: readonly Unwanted[] = [
  {
    is: (parts) => parts.some((part) => part.startsWith('.')),
    severity: 'error',
    message: 'This file is hidden (its name starts with a dot). Remove it; such files hold settings and secrets.',
  },
  {
    is: (parts) => parts.some((part) => FOLDERS.has(part)),
    toleratedInSites: true,
    severity: 'error',
    message: 'This folder belongs to tools, not to the app. Pack the built app instead.',
  },
  {
    is: (_parts, name) => name.endsWith('.map'),
    severity: 'warning',
    message: 'This is a source map. Send it to review apart; customers need none.',
  },
  {
    is: (parts, name) =>
      parts.slice(0, -1).some((part) => TEST_FOLDERS.has(part)) || /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(name),
    severity: 'warning',
    message: 'This is a test. Leave tests out of the package.',
  },
  {
    is: (_parts, name) =>
      LEFTOVERS.has(name) || /\.(?:[cm]?tsx?|jsx|vue|scss|less|log|bak|orig|swp|pem|key|p12)$/.test(name),
    severity: 'error',
    message: 'This file is for building the app, not for running it. Leave it out of the package.',
  },
];

export const filesHidden: Rule = {
  id: 'files/hidden',
  severity: 'error',
  what: 'Hidden files, source maps, tests, tool folders and build inputs in the package.',
  why: 'They cost every customer bytes and often tell more than was meant.',
  fix: 'Pack the folder your build writes to, or list what to leave out.',
  open: ({ release }, report) => ({
    file({ path }) {
      const parts = path.toLowerCase().split('/');
      const name = parts.at(-1) ?? '';
      const unwanted = UNWANTED.find(({ is }) => is(parts, name));
      if (!unwanted) return;
      const tolerated = unwanted.toleratedInSites && release.isolation === 'origin';
      report({ message: unwanted.message, severity: tolerated ? 'warning' : unwanted.severity, file: path });
    },
  }),
};
