import type { ErrorTable } from './entry.ts';

export const rolloutErrors = {} as const satisfies ErrorTable;
