import type { ErrorTable } from './entry.ts';

export const trustErrors = {} as const satisfies ErrorTable;
