/**
 * What the customer was doing when sign-in took them to another site, or when the page was loaded again under an open
 * cashier. Kept for this tab alone and taken once: a second reload or a shared link must not resume anything.
 */
import { type AppId, parseAppId } from '../../sandbox/contract/index.ts';

export interface Resume {
  readonly appId: AppId;
  /** The page inside the app. */
  readonly path: string;
  /** The call that waited for the sign-in, e.g. `payment.request`. */
  readonly method: string;
  readonly orderToken?: string;
  /** What is known of how it ended; `cancelled` unless it may have gone further. */
  readonly hint?: 'cancelled' | 'maybe_paid';
}
export interface ResumeStore {
  keep(resume: Resume): void;
  /** What was kept for this app, and nothing the second time. */
  take(appId: AppId): Resume | undefined;
  /** It has come to an end in this very page. */
  drop(): void;
}

const KEY = 'portico.resume';
const LONGEST_MS = 15 * 60_000;

export function createResumeStore(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  now: () => number,
): ResumeStore {
  return {
    keep: (resume) => storage.setItem(KEY, JSON.stringify({ ...resume, at: now() })),
    drop: () => storage.removeItem(KEY),
    take(appId) {
      const kept = parseKept(storage.getItem(KEY));
      storage.removeItem(KEY);
      const { path, method, orderToken, hint, at } = kept;
      const fresh = typeof at === 'number' && now() - at <= LONGEST_MS;
      if (!fresh || parseAppId(kept.appId) !== appId || typeof path !== 'string' || typeof method !== 'string') {
        return undefined;
      }
      return {
        appId,
        path,
        method,
        ...(typeof orderToken === 'string' ? { orderToken } : {}),
        ...(hint === 'maybe_paid' ? { hint } : {}),
      };
    },
  };
}

function parseKept(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {}; // another version of the container wrote it; there is nothing to resume
  }
}
