import type { JsonValue } from '../contract/index.ts';
import type { Portico } from '../guest/index.ts';
import type { Bench } from './bench.ts';

export const groups = {
  escape: 'Escape and origin',
  exfiltration: 'Exfiltration',
  bridge: 'Bridge identity',
  payload: 'Payload',
  denial: 'Denial of service',
  interface: 'Interface',
  money: 'Payment and identity',
  card: 'Cards on the home page',
} as const;
export type AttackGroup = keyof typeof groups;

/** Where hostile code runs: in a sealed frame, or in a site on an origin of its own. */
export type Level = 'sealed' | 'origin';
export const levels: Readonly<Record<Level, string>> = {
  sealed: 'From a sealed app',
  origin: 'From a site on an origin of its own',
};

/** What hostile code has at hand inside its frame. */
export interface Lab {
  /** Origin of the witness, another site than the bank's. */
  readonly evil: string;
  readonly udpPort: number;
  readonly portico: Portico;
  /** What one part of an attack leaves for the next part, in the same document. */
  readonly notes: Map<string, JsonValue>;
  /** The realm's port itself, taken before the SDK could; only one of the two may be used in one run. */
  takePort(): MessagePort;
  pause(ms: number): Promise<void>;
}

/** Hostile code that runs in a frame. What it returns, or throws, is reported to the judge. */
export type GuestCode = (lab: Lab) => Promise<JsonValue> | JsonValue;

/** What hostile code has at hand in the worker of a card. */
export interface CardLab {
  readonly evil: string;
  /** The card's port. Pings are answered until `onmessage` is replaced. */
  readonly port: MessagePort;
  /** Sends records as an update of the tree. */
  say(records: unknown): void;
  /** What the host has said so far, pings left out. */
  heard(): readonly unknown[];
  pause(ms: number): Promise<void>;
}
export type CardCode = (lab: CardLab) => Promise<JsonValue> | JsonValue;

/** How an attack differs when it comes from a site on an origin of its own. */
export interface AtOrigin {
  /** Why it differs there, or why it cannot be run from there. */
  readonly because: string;
  /** What must happen there; absent where the attack cannot be run from there. */
  readonly expected?: string;
  /** In place of `guest` where the same thing takes other code. */
  readonly guest?: GuestCode;
  /** In place of `judge` where something else must come of it. */
  readonly judge?: (bench: Bench) => Promise<void> | void;
}

/** One attack: hostile code that runs in a published mini-app, and what must come of it. */
export interface Attack {
  /** Number in the corpus, e.g. `15` or `10b`; from 100 on the ones that its first list did not have. */
  readonly id: string;
  readonly group: AttackGroup;
  readonly title: string;
  /** What must happen, in words. */
  readonly expected: string;
  /** Why this product, as it is, has nothing to attack here. Counted apart. */
  readonly notApplicable?: string;
  /** Absent where the attack is the same from a site on an origin of its own. */
  readonly atOrigin?: AtOrigin;
  /** The only level at which there is anything to attack; both unless said. */
  readonly only?: Level;
  /** Runs in the lab app, which is opened for it. Without one the judge opens what it needs. */
  readonly guest?: GuestCode;
  /** More of the same, which the judge starts in whichever lab it has opened. */
  readonly parts?: Readonly<Record<string, GuestCode>>;
  /** Hostile code for the worker of the lab's card. */
  readonly card?: Readonly<Record<string, CardCode>>;
  /** Throws when the wall did not hold. That nothing reached the witness is always asserted too. */
  judge(bench: Bench): Promise<void> | void;
  /** How long `guest` may take before the judge is called without a report; 10 s unless said. */
  readonly patienceMs?: number;
  /** True where the same code on an ordinary page must reach the witness, which proves that the witness hears it. */
  readonly heardOnAnOrdinaryPage?: boolean;
  /** Response headers of that ordinary page. */
  readonly ordinaryPageHeaders?: Readonly<Record<string, string>>;
  /** Opens the lab for the signed-in demo customer. */
  readonly signedIn?: boolean;
  /** `money`: one after the other, because they share a customer's account. `alone`: while nothing else runs. */
  readonly queue?: 'money' | 'alone';
}

declare global {
  interface Window {
    /** Set for the runner, which reads it from outside through the browser's debugger. */
    attackLab?: { run(id: string, part: string, evil: string, udpPort: number): Promise<JsonValue> };
    /** The same in the worker of a card. */
    attackCard?: { run(id: string, part: string, evil: string): Promise<JsonValue> };
  }
}
