import type { ErrorTable } from './entry.ts';

export const contentErrors = {} as const satisfies ErrorTable;
