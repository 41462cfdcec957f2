import type { Migration } from '../../platform/platform.ts';
import { submissionsMigration } from './001-submissions.ts';

export const migrations: readonly Migration[] = [submissionsMigration];
