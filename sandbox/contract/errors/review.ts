import type { ErrorTable } from './entry.ts';

export const reviewErrors = {} as const satisfies ErrorTable;
