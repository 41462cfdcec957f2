/** The capability table brought to life for one realm: every check about a method, in the order that binds. */
import { CallError, type IncomingCall, type Method, Streamed } from '../bridge/index.ts';
import { methodArgs } from '../contract/generated/method-args.js';
import { methodResults } from '../contract/generated/method-results.js';
import {
  type AppId,
  type CapabilityName,
  isMethodName,
  type JsonValue,
  type MethodEntry,
  type MethodName,
  methods,
  PorticoError,
  type ReleaseDigest,
  type Validator,
} from '../contract/index.ts';
import type { GestureCheck, Tap } from './gesture.ts';
import type { AuditLine, CallContext, CapabilityHandlers, ConsentGate } from './realm.ts';

export interface RealmMethodsOptions {
  readonly appId: AppId;
  readonly releaseDigest: ReleaseDigest;
  readonly declared: ReadonlySet<string>;
  readonly handlers: CapabilityHandlers;
  readonly consent: ConsentGate;
  readonly gestures: GestureCheck;
  readonly audit: (line: AuditLine) => void;
}

export function realmMethods(realm: RealmMethodsOptions): ReadonlyMap<string, Method> {
  return new Map(
    Object.keys(methods)
      .filter(isMethodName)
      .map((name) => [name, realmMethod(name, realm)]),
  );
}

class Call implements CallContext {
  readonly appId: AppId;
  readonly releaseDigest: ReleaseDigest;
  readonly method: MethodName;
  readonly #incoming: IncomingCall;
  readonly #gestures: GestureCheck;
  /** `undefined` until judged, `null` for none. */
  #tap: Tap | null | undefined;

  constructor(method: MethodName, { appId, releaseDigest, gestures }: RealmMethodsOptions, incoming: IncomingCall) {
    this.appId = appId;
    this.releaseDigest = releaseDigest;
    this.method = method;
    this.#incoming = incoming;
    this.#gestures = gestures;
  }

  /** Judged when first asked, which for a method that needs a gesture is the moment it arrives. */
  get tap(): Tap | null {
    if (this.#tap === undefined) this.#tap = this.#gestures.tapped(this.#incoming.delivery) ?? null;
    return this.#tap;
  }

  get gesture(): boolean {
    return this.tap !== null;
  }

  get signal(): AbortSignal {
    return this.#incoming.signal;
  }
}

/**
 * Declared → arguments → consent → gesture → handler → result. The bridge has already made the checks before these:
 * rate, size, shape, method. A call that waits for nothing stays in one task from arrival to answer.
 */
function realmMethod(name: MethodName, realm: RealmMethodsOptions): Method {
  const row: MethodEntry = methods[name];
  const accepts: Validator = methodArgs[name];
  const returns: Validator = methodResults[name];
  // The schema, checked first, is what makes the arguments those of the handler.
  const handler = realm.handlers[name] as (args: JsonValue, call: CallContext) => unknown;
  const isDeclared = row.capability === null || realm.declared.has(row.capability);

  const handle = (args: JsonValue, call: Call): unknown => {
    if (row.gesture && !call.tap?.spend()) throw new CallError('ERR_BRIDGE_NEEDS_GESTURE');
    return after(handler(args, call), (result) => {
      const isStreamed = result instanceof Streamed;
      if (isStreamed === (row.streams === true) && returns(isStreamed ? result.value : result)) return result;
      if (isStreamed) void result.body.cancel();
      throw new PorticoError('ERR_BRIDGE_INTERNAL', { detail: `${name} gave a result that its schema refuses.` });
    });
  };
  const admit = (args: JsonValue, call: Call): unknown => {
    if (!isDeclared) throw new CallError('ERR_BRIDGE_NOT_DECLARED');
    if (!accepts(args)) throw badArguments(accepts);
    if (!row.consent) return handle(args, call);
    return after(realm.consent(row.capability as CapabilityName, call, args), (agreed) => {
      if (agreed === true && !call.signal.aborted) return handle(args, call);
      throw new CallError(agreed === true ? 'ERR_BRIDGE_ABORTED' : 'ERR_BRIDGE_NOT_GRANTED');
    });
  };

  return {
    deadlineMs: row.deadlineMs,
    run(args, incoming) {
      const call = new Call(name, realm, incoming);
      const judge = (): unknown => (row.sensitive ? audited(() => admit(args, call), call, realm) : admit(args, call));
      if (!row.gesture) return judge();
      const { gestures } = realm;
      return gestures.during(async () => {
        const arriving = gestures.arriving(incoming.delivery);
        if (arriving) await arriving;
        if (call.signal.aborted) throw new CallError('ERR_BRIDGE_ABORTED');
        void call.tap;
        return judge();
      });
    },
  };
}

/** `then` for a value that may be here already. */
function after(value: unknown, next: (value: unknown) => unknown): unknown {
  return value instanceof Promise ? value.then(next) : next(value);
}

function badArguments({ errors }: Validator): CallError {
  const finding = errors?.[0];
  if (finding === undefined) return new CallError('ERR_BRIDGE_BAD_ARGUMENTS');
  const data = { at: finding.instancePath, problem: finding.message ?? finding.keyword };
  return new CallError('ERR_BRIDGE_BAD_ARGUMENTS', undefined, data);
}

async function audited(run: () => unknown, call: Call, { audit }: RealmMethodsOptions): Promise<unknown> {
  const at = Date.now();
  const write = (outcome: AuditLine['outcome']): void => {
    const { appId, releaseDigest, method } = call;
    audit({ at, appId, releaseDigest, method, outcome, durationMs: Date.now() - at });
  };
  try {
    const result = await run();
    write('ok');
    return result;
  } catch (error) {
    write(error instanceof CallError || error instanceof PorticoError ? error.code : 'ERR_BRIDGE_INTERNAL');
    throw error;
  }
}
