/** What a hostile app says and what the container around it happens to do: everything that one run depends on. */
import fc from 'fast-check';
import { capabilityNames } from '../../contract/capabilities/index.ts';
import { type Quotas, quotas } from '../../contract/quotas.ts';
import { withIds } from './ids.ts';
import { messageSteps } from './messages.ts';
import { canonicalText } from './oracle/same-json.ts';
import type { Recipe, StrangeName } from './recipe.ts';

/** What a handler does; `later` waits until a step ends it. */
export const handlerModes = ['now', 'soon', 'later', 'refuse', 'crash', 'crash soon', 'wrong', 'unsayable'] as const;
export type HandlerMode = (typeof handlerModes)[number];
/** What the customer answers when asked; `later` never does. */
export const consentModes = ['yes', 'no', 'yes soon', 'no soon', 'later', 'crash'] as const;
export type ConsentMode = (typeof consentModes)[number];

export interface TellStep {
  /** For the counts: what sort of message it is. */
  readonly kind: string;
  readonly tell: Recipe;
  /** A port comes along, unasked. */
  readonly port?: true;
  /** The app's user has just tapped it. */
  readonly tap?: true;
}
export type Step =
  | TellStep
  | { readonly waitMs: number }
  /** Ends the work of a handler that waits: the first, second … of those under way. */
  | { readonly finish: number; readonly fails: boolean };

export interface Conversation {
  readonly limits: 'usual' | 'tight';
  readonly level: 'sealed' | 'origin';
  readonly declared: readonly string[];
  readonly handlers: readonly HandlerMode[];
  readonly consents: readonly ConsentMode[];
  readonly steps: readonly Step[];
}

/** `tight` makes limits cheap to reach. */
export const limitsOf = (limits: Conversation['limits']): Quotas =>
  limits === 'usual'
    ? quotas
    : { ...quotas, messageSize: 2_048, messageDepth: 6, callsInFlight: 3, messageBurst: 30, messagesPerSecond: 10 };

/** Which of several modes a call meets follows from what it says, so that a judge can tell without having seen the call. */
export function modeOf<T>(modes: readonly [T, ...T[]] | readonly T[], method: string, args: unknown): T {
  let sum = method.length;
  for (const letter of `${method}${canonicalText(args)}`) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  const mode = modes[sum % modes.length];
  if (mode === undefined) throw new RangeError('there must be a mode');
  return mode;
}

/** Bytes of every answer that goes on in bytes, piece by piece; the last is more than one chunk may hold. */
export const BODY_PIECES = [10, 5_000, 270_000] as const;

export interface ConversationOptions {
  readonly strangers: readonly StrangeName[];
  /** Whether there are steps that let time pass and work end; in a real page both happen by themselves. */
  readonly bySteps: boolean;
  readonly longest: number;
}

export function conversations({ strangers, bySteps, longest }: ConversationOptions): fc.Arbitrary<Conversation> {
  const waits = fc.record({ waitMs: fc.constantFrom(0, 1, 10, 100, 999, 5_000, 30_000, 60_001) });
  const ends = fc.record({ finish: fc.nat(4), fails: fc.boolean() });
  const tells = messageSteps(strangers);
  const steps = bySteps
    ? fc.oneof({ weight: 10, arbitrary: tells }, { weight: 1, arbitrary: waits }, { weight: 2, arbitrary: ends })
    : tells;
  return fc
    .record({
      limits: fc.constantFrom('usual' as const, 'usual' as const, 'tight' as const),
      level: fc.constantFrom('sealed' as const, 'sealed' as const, 'origin' as const),
      declared: fc.oneof(
        { weight: 3, arbitrary: fc.constant([...capabilityNames]) },
        fc.subarray([...capabilityNames]),
      ),
      handlers: fc.array(fc.constantFrom(...handlerModes), { minLength: 1, maxLength: 4 }),
      consents: fc.array(fc.constantFrom(...consentModes), { minLength: 1, maxLength: 3 }),
      steps: fc.array(steps, { minLength: 1, maxLength: longest, size: 'max' }),
    })
    .map((conversation) => ({ ...conversation, steps: withIds(conversation.steps) }));
}
