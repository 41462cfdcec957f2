/** Who may import whom: `docs/decisions/001-layout.md` and the architecture page in one readable table. */

export interface ImportRule {
  /** Folder the rule speaks of; the longest match wins. */
  readonly folder: string;
  /** Folders it may import from, beside itself and libraries. A path ending in `.ts` allows that one file. */
  readonly may: readonly string[];
}

/** Modules of the registry, and the other modules whose `index.ts` each may use. Never a circle. */
export const registryModules: Readonly<Record<string, readonly string[]>> = {
  identity: [],
  publishing: ['identity'],
  review: ['identity', 'publishing'],
  trust: ['identity', 'publishing'],
  rollout: ['publishing', 'trust'],
  catalogue: ['publishing', 'rollout', 'trust'],
  content: ['publishing', 'trust'],
  payments: ['identity'],
  webhooks: ['identity'],
  gateway: ['identity', 'publishing', 'trust'],
  operations: ['identity', 'publishing'],
};

const registryRules: ImportRule[] = Object.entries(registryModules).map(([module, others]) => ({
  folder: `registry/${module}`,
  may: ['registry/platform', 'sandbox/contract', ...others.map((other) => `registry/${other}/index.ts`)],
}));

export const importRules: readonly ImportRule[] = [
  { folder: 'sandbox/contract', may: [] },
  { folder: 'sandbox/bridge', may: ['sandbox/contract'] },
  { folder: 'sandbox/host', may: ['sandbox/bridge', 'sandbox/contract'] },
  { folder: 'sandbox/guest', may: ['sandbox/bridge', 'sandbox/contract'] },
  { folder: 'sandbox/frame', may: ['sandbox/guest', 'sandbox/bridge', 'sandbox/contract'] },
  { folder: 'sandbox/attacks', may: ['sandbox', 'plugins/kit', 'docs/checks/product'] },
  { folder: 'sandbox/bench', may: ['sandbox', 'plugins/kit', 'docs/checks/product'] },

  { folder: 'plugins/kit', may: ['sandbox/guest', 'sandbox/contract', 'registry/publishing/engine'] },
  { folder: 'plugins/parking', may: ['plugins/kit'] },

  { folder: 'container/shell', may: ['container', 'sandbox/host', 'sandbox/contract'] },
  { folder: 'container/screens', may: ['container/state', 'container/services', 'container/ui', 'sandbox/contract'] },
  {
    folder: 'container/screens/player',
    may: ['container/state', 'container/services', 'container/ui', 'sandbox/contract', 'sandbox/host'],
  },
  {
    folder: 'container/capabilities',
    may: ['container/state', 'container/services', 'sandbox/host', 'sandbox/contract'],
  },
  { folder: 'container/state', may: ['container/services', 'sandbox/contract'] },
  { folder: 'container/services', may: ['container/workers', 'sandbox/contract'] },
  { folder: 'container/workers', may: ['sandbox/contract'] },
  { folder: 'container/offline', may: ['sandbox/contract'] },
  { folder: 'container/ui', may: ['sandbox/contract'] },
  { folder: 'container', may: ['container', 'sandbox/contract'] },

  { folder: 'registry/platform', may: ['sandbox/contract'] },
  { folder: 'registry/publishing/engine', may: ['registry/publishing/rules', 'sandbox/contract'] },
  { folder: 'registry/publishing/rules', may: ['registry/publishing/engine', 'sandbox/contract'] },
  ...registryRules,
  { folder: 'registry', may: ['registry', 'sandbox/contract'] },

  { folder: 'docs/checks', may: ['sandbox', 'plugins', 'container', 'registry'] },
];
