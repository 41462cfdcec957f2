import type { ErrorTable } from './entry.ts';

export const packageErrors = {} as const satisfies ErrorTable;
