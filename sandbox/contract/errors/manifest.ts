import type { ErrorTable } from './entry.ts';

export const manifestErrors = {} as const satisfies ErrorTable;
