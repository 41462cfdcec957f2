import type { Frame, Page } from 'playwright-core';
import type { JsonValue } from '../contract/index.ts';
import type { Portico } from '../guest/index.ts';
import type { Hit } from './witness.ts';

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
  /** The realm's port itself, taken before the SDK could; only one of the two may be used in one run. */
  takePort(): MessagePort;
  pause(ms: number): Promise<void>;
}

/** What the judge has at hand outside. */
export interface Bench {
  readonly page: Page;
  /** The app's frame, `undefined` once the host has removed it. */
  frame(): Frame | undefined;
  /** What `guest` returned; `undefined` when it did not come to an end. */
  readonly report: JsonValue | undefined;
  readonly hits: readonly Hit[];
  readonly appId: string;
  /** `http://127.0.0.1:<port>` and the container's origin of the running product. */
  readonly api: string;
  readonly origin: string;
}

/** One attack: hostile code that runs in a published mini-app, and what must come of it. */
export interface Attack {
  /** Number in the corpus, e.g. `15` or `10b`. */
  readonly id: string;
  readonly group: AttackGroup;
  readonly title: string;
  /** What must happen, in words. */
  readonly expected: string;
  /** Runs in the app's frame. What it returns, or throws, is the judge's `report`. */
  guest(lab: Lab): Promise<JsonValue> | JsonValue;
  /** Throws an AssertionError when the wall did not hold. That nothing reached the witness is always asserted too. */
  judge(bench: Bench): Promise<void> | void;
  /** How long `guest` may take before the judge is called without a report; 10 s unless said. */
  readonly patienceMs?: number;
  /** True where the same code on an ordinary page must reach the witness, which proves that the witness hears it. */
  readonly heardOnAnOrdinaryPage?: boolean;
}

declare global {
  interface Window {
    /** Set for the runner, which reads it from outside through the browser's debugger. */
    attackLab?: { run(id: string, evil: string, udpPort: number): Promise<JsonValue> };
  }
}
