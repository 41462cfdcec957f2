import type { ErrorTable } from './entry.ts';

export const paymentErrors = {} as const satisfies ErrorTable;
