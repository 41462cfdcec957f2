import type { Migration } from '../../platform/platform.ts';
import { ledgerMigration } from './001-ledger.ts';
import { ordersMigration } from './002-orders.ts';
import { limitsMigration } from './003-limits.ts';
import { simulatedChannelMigration } from './004-simulated-channel.ts';
import { limitsAreReadMigration } from './005-limits-are-read.ts';

export const migrations: readonly Migration[] = [
  ledgerMigration,
  ordersMigration,
  limitsMigration,
  simulatedChannelMigration,
  limitsAreReadMigration,
];
