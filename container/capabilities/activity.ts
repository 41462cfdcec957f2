/** Writes what an app did with sensitive capabilities into the customer's own log. */
import type { AuditLine } from '../../sandbox/host/index.ts';
import type { ActivityLog } from '../services/activity-log.ts';
import { type SessionState, whose } from '../state/session.ts';

export function activityAudit(log: ActivityLog, session: SessionState): (line: AuditLine) => void {
  return ({ appId, method, outcome, at }) => {
    const write = async (): Promise<void> => log.add(await whose(session), { appId, method, outcome, at });
    write().catch((error: unknown) => {
      // A device that keeps nothing (private browsing) is no reason to refuse what the customer wants.
      console.warn('portico: the activity log could not be written', error);
    });
  };
}
