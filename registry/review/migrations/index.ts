import type { Migration } from '../../platform/platform.ts';
import { approvalsMigration } from './001-approvals.ts';

export const migrations: readonly Migration[] = [approvalsMigration];
