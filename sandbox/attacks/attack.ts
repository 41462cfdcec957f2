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
} as const;
export type AttackGroup = keyof typeof groups;

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
  /** Runs in the lab app, which is opened for it. Without one the judge opens what it needs. */
  readonly guest?: GuestCode;
  /** More of the same, which the judge starts in whichever lab it has opened. */
  readonly parts?: Readonly<Record<string, GuestCode>>;
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
  }
}
