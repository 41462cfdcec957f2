import type { ErrorTable } from './entry.ts';

export const catalogueErrors = {} as const satisfies ErrorTable;
