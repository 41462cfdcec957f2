/** The container around a fuzzed bridge: handlers, consent and gestures that do what the conversation says they do. */
import { Streamed } from '../../bridge/index.ts';
import {
  type AppId,
  type MethodEntry,
  type MethodName,
  methods,
  PorticoError,
  type ReleaseDigest,
} from '../../contract/index.ts';
import type { AuditLine, CallContext, CapabilityHandlers, ConsentGate } from '../../host/realm.ts';
import { BODY_PIECES, type Conversation, modeOf } from './conversation.ts';

/** A call that reached a handler. */
export interface Invocation {
  readonly method: MethodName;
  readonly args: unknown;
  readonly call: CallContext;
  /** Ends the work, where it waits. */
  readonly finish: ((fails: boolean) => void) | undefined;
}

/** A fault that a handler has on purpose. The app must not see its words. */
export class PlannedCrash extends Error {
  override readonly name = 'PlannedCrash';
  constructor() {
    super('a secret of the container');
  }
}

export interface FuzzContainer {
  readonly appId: AppId;
  readonly releaseDigest: ReleaseDigest;
  readonly handlers: CapabilityHandlers;
  readonly consent: ConsentGate;
  readonly invocations: Invocation[];
  readonly audit: AuditLine[];
}

export function fuzzContainer(conversation: Conversation): FuzzContainer {
  const invocations: Invocation[] = [];
  const act = (method: MethodName, args: unknown, call: CallContext): unknown => {
    const { example, streams }: MethodEntry = methods[method];
    const { result } = example;
    const whole = (): unknown => (streams ? new Streamed(result, bodyOf()) : result);
    const note = (finish?: (fails: boolean) => void): void => void invocations.push({ method, args, call, finish });
    const mode = modeOf(conversation.handlers, method, args);
    if (mode === 'later') {
      return new Promise((resolve, reject) => note((fails) => (fails ? reject(new PlannedCrash()) : resolve(whole()))));
    }
    note();
    switch (mode) {
      case 'now':
        return whole();
      case 'soon':
        return Promise.resolve(whole());
      case 'refuse':
        throw new PorticoError('ERR_CAPABILITY_CANCELLED');
      case 'crash':
        throw new PlannedCrash();
      case 'crash soon':
        return Promise.reject(new PlannedCrash());
      case 'wrong':
        return { unexpected: true };
      case 'unsayable':
        return method === 'storage.get' ? { value: new Map() } : new Map();
    }
  };
  const rows = (Object.keys(methods) as MethodName[]).map((method) => [
    method,
    (args: unknown, call: CallContext) => act(method, args, call),
  ]);
  return {
    appId: 'com.example.fuzz' as AppId,
    releaseDigest: '0'.repeat(64) as ReleaseDigest,
    handlers: Object.fromEntries(rows) as CapabilityHandlers,
    invocations,
    audit: [],
    consent(_capability, { method }, args) {
      switch (modeOf(conversation.consents, method, args)) {
        case 'yes':
          return true;
        case 'no':
          return false;
        case 'yes soon':
          return Promise.resolve(true);
        case 'no soon':
          return Promise.resolve(false);
        case 'later':
          return new Promise(() => undefined);
        case 'crash':
          throw new PlannedCrash();
      }
    },
  };
}

function bodyOf(): ReadableStream<Uint8Array> {
  const pieces = [...BODY_PIECES];
  return new ReadableStream({
    pull(controller) {
      const bytes = pieces.shift();
      if (bytes === undefined) controller.close();
      else controller.enqueue(new Uint8Array(bytes));
    },
  });
}
