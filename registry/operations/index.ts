/** What the bank's operators run the marketplace by. So far: what apps count of their own use. */
export { createOperations, type Operations, type OperationsParts } from './create-operations.ts';
export { migrations } from './migrations/index.ts';
