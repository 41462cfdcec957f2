import type { Quotas } from '../contract/quotas.ts';

/** The limits that both ends of an answer's bytes keep to. */
export type ByteLimits = Pick<Quotas, 'chunkBytes' | 'chunkFloor' | 'bytesOnTheWay'>;

/** What a chunk takes of the credit given; the empty one at the end is free, so that the end never waits. */
export const chunkCost = (bytes: number, { chunkFloor }: ByteLimits): number =>
  bytes === 0 ? 0 : Math.max(bytes, chunkFloor);
