/** A mini-app on the screen, as capabilities see it. Everything here comes from verified metadata or the container itself. */
import type { VerifiedRelease } from '../services/tuf/index.ts';
import type { Asker } from './sheets.ts';

export interface LaunchOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The call that a sign-in interrupted; the app asks again, with a new tap. */
  readonly resume?: { readonly method: string; readonly orderToken: string; readonly hint: 'cancelled' };
}

export interface OpenApp {
  readonly release: VerifiedRelease;
  readonly asker: Asker;
  readonly launch: LaunchOptions;
  setTitle(title: string): void;
  leave(): void;
  /** Takes the frame off the screen while a sheet is open; returns a function that brings it back. */
  cover(): () => void;
}

/** At most 32 members, as the contract has it; the first of a repeated name counts. */
export function launchQuery(query: string): Readonly<Record<string, string>> {
  const members = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (members.size < 32 && !members.has(name) && value.length <= 2_048) members.set(name, value);
  }
  return Object.fromEntries(members);
}
