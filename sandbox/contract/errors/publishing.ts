import type { ErrorTable } from './entry.ts';

export const publishingErrors = {} as const satisfies ErrorTable;
