/**
 * What an app gets while it is alive and not on the screen. Hidden: whatever the customer neither sees, hears nor is asked.
 * Suspended: nothing; its calls are refused and what it would be told waits until it is shown. Its frame is not drawn in
 * either case; no browser lets a page stop the timers of a frame (measured: Chromium keeps them at full rate), so the
 * heartbeat goes on and an app that spins unseen is ended for it.
 */
import {
  type ErrorCode,
  type HostEventName,
  type HostEventPayload,
  type MethodName,
  PorticoError,
} from '../../../sandbox/contract/index.ts';
import type { CapabilityHandlers, ConsentGate } from '../../../sandbox/host/index.ts';
import type { LivePhase } from '../../state/live-apps.ts';

/** Families and methods that work unseen. A new method needs the screen until somebody thought about it. */
const unseen: ReadonlySet<string> = new Set([
  'storage',
  'net',
  'analytics',
  'app',
  'payment.query',
  'device.network',
  'ui.loading',
  'ui.pullToRefresh',
]);

export function refusal(method: MethodName, phase: LivePhase): ErrorCode | undefined {
  if (phase === 'shown') return undefined;
  if (phase === 'suspended' || phase === 'asleep') return 'ERR_BRIDGE_SUSPENDED';
  return unseen.has(method) || unseen.has(method.split('.')[0] ?? '') ? undefined : 'ERR_BRIDGE_HIDDEN';
}

type Served = { readonly handlers: CapabilityHandlers; readonly consent: ConsentGate };

/** The same capabilities, asked only for what the app's place allows. The question comes before consent: it is a sheet. */
export function servedBy<C extends Served>(capabilities: C, phase: () => LivePhase): C {
  const check = (method: MethodName): void => {
    const code = refusal(method, phase());
    if (code) throw new PorticoError(code);
  };
  const handlers = Object.fromEntries(
    Object.entries(capabilities.handlers).map(([name, handle]) => {
      const method = name as MethodName;
      const run = handle as (...given: unknown[]) => unknown;
      return [
        method,
        (...given: unknown[]) => {
          check(method);
          return run(...given);
        },
      ];
    }),
  ) as CapabilityHandlers;
  return {
    ...capabilities,
    handlers,
    consent: (capability, call, args) => {
      check(call.method);
      return capabilities.consent(capability, call, args);
    },
  };
}

export interface Withheld {
  /** Told now, or kept until `release`: the last of each name, and of each order. A shortage of memory waits for nobody. */
  tell<N extends HostEventName>(name: N, payload: HostEventPayload<N>): void;
  /** Tells what was kept, in the order it came. */
  release(): void;
}

export function withheldWhile(
  holds: () => boolean,
  tell: <N extends HostEventName>(name: N, payload: HostEventPayload<N>) => void,
): Withheld {
  const kept = new Map<string, () => void>();
  return {
    tell(name, payload) {
      if (name === 'memory' || !holds()) return tell(name, payload);
      const about = name === 'payment' ? JSON.stringify(payload) : '';
      kept.delete(name + about);
      kept.set(name + about, () => tell(name, payload));
    },
    release() {
      const waiting = [...kept.values()];
      kept.clear();
      for (const run of waiting) run();
    },
  };
}
