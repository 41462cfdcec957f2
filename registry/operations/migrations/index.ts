import type { Migration } from '../../platform/index.ts';
import { events } from './001-events.ts';

export const migrations: readonly Migration[] = [events];
