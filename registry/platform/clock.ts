import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Random } from './platform.ts';

export const systemClock: Clock = { now: () => new Date() };

export const systemRandom: Random = {
  bytes: (length) => randomBytes(length),
  uuid: () => randomUUID(),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
};
