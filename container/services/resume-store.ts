/**
 * What the customer was doing when sign-in took them to another site. Kept for this tab alone and taken once: a
 * reload or a shared link must not resume anything.
 */
import { type AppId, parseAppId } from '../../sandbox/contract/index.ts';

export interface Resume {
  readonly appId: AppId;
  /** The page inside the app. */
  readonly path: string;
  /** The call that waited for the sign-in, e.g. `payment.request`. */
  readonly pending: string;
}
export interface ResumeStore {
  keep(resume: Resume): void;
  take(): Resume | undefined;
}

const KEY = 'portico.resume';
const LONGEST_MS = 15 * 60_000;

export function createResumeStore(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  now: () => number,
): ResumeStore {
  return {
    keep: (resume) => storage.setItem(KEY, JSON.stringify({ ...resume, at: now() })),
    take() {
      const kept = storage.getItem(KEY);
      storage.removeItem(KEY);
      if (kept === null) return undefined;
      const { appId: id, path, pending, at } = parseKept(kept);
      const appId = parseAppId(id);
      const fresh = typeof at === 'number' && now() - at <= LONGEST_MS;
      return appId && fresh && typeof path === 'string' && typeof pending === 'string'
        ? { appId, path, pending }
        : undefined;
    },
  };
}

function parseKept(kept: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {}; // another version of the container wrote it; there is nothing to resume
  }
}
