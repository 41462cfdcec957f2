import type { Migration } from '../../platform/platform.ts';
import { submissionsMigration } from './001-submissions.ts';
import { reasonsMigration } from './002-reasons.ts';

export const migrations: readonly Migration[] = [submissionsMigration, reasonsMigration];
