export * from './brand.ts';
export type { ErrorEntry, ErrorTable } from './errors/entry.ts';
export { type ErrorCode, errors, isErrorCode, PorticoError } from './errors/index.ts';
