import type { Level } from '../attack.ts';

/** The attacks that every `npm test` runs: some of each group, and those that would hurt most. */
export const shortRun: Readonly<Record<Level, readonly string[]>> = {
  sealed: ['1', '2', '11', '15', '16', '17', '27', '33', '35', '36', '45', '64'],
  origin: ['1', '2', '11', '16', '27'],
};
