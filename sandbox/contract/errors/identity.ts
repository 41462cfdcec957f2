import type { ErrorTable } from './entry.ts';

export const identityErrors = {} as const satisfies ErrorTable;
