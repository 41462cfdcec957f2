/** A mini-app on the screen, as capabilities see it. Everything here comes from verified metadata or the container itself. */
import type { HostEventName, HostEventPayload } from '../../sandbox/contract/index.ts';
import type { VerifiedRelease } from '../services/tuf/index.ts';
import type { Asker } from './sheets.ts';

export interface LaunchOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The call that a sign-in or a reload interrupted. `cancelled`: the app asks again, with a new tap; else its own server knows. */
  readonly resume?: { readonly method: string; readonly orderToken: string; readonly hint: 'cancelled' | 'maybe_paid' };
}

/** `on`: may be pulled; `busy`: pulled, and the app is at it. */
export type RefreshState = 'off' | 'on' | 'busy';

export interface OpenApp {
  readonly release: VerifiedRelease;
  readonly asker: Asker;
  readonly launch: LaunchOptions;
  setTitle(title: string): void;
  /** Colour of the bar as `#rrggbb`; `undefined`: the bank's own. */
  setBar(colour: string | undefined): void;
  /** Asked once before the customer leaves by the bar; `undefined`: nothing. */
  setLeaveQuestion(text: string | undefined): void;
  /** A sign that something is under way, with the app's words or none; `undefined` ends it. */
  setLoading(text: string | undefined): void;
  setRefresh(state: RefreshState): void;
  /** Tells the app of an event; dropped when it has ended. */
  emit<N extends HostEventName>(name: N, payload: HostEventPayload<N>): void;
  /** Aborts when the visit ends. */
  readonly ended: AbortSignal;
  leave(): void;
  /**
   * To be asked after every wait and before anything that the customer sees: they may have gone elsewhere meanwhile.
   * @throws PorticoError ERR_BRIDGE_HIDDEN when the app is not on the screen
   */
  assertShown(): void;
  /**
   * Takes the frame off the screen while a sheet is open; returns a function that brings it back.
   * @throws PorticoError ERR_BRIDGE_HIDDEN when the app is not on the screen: no sheet may open for it
   */
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
