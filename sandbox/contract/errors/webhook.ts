import type { ErrorTable } from './entry.ts';

export const webhookErrors = {} as const satisfies ErrorTable;
