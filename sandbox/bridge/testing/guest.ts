import type { ErrorCode } from '../../contract/errors/index.ts';
import { quotas } from '../../contract/quotas.ts';
import type { JsonValue } from '../../contract/schema.ts';
import { systemClock } from '../clock.ts';
import type { Port } from '../port.ts';
import { assertVersion } from '../version.ts';
import { askOn } from './conversation.ts';

/** What a test can have the guest's end do, in whichever realm that is. Arguments and answers survive structured clone. */
export interface Guest {
  call(method: string, args: unknown, deadlineMs: number | null, signal?: AbortSignal): Promise<JsonValue>;
  /** Calls in one task. */
  callTogether(method: string, args: readonly unknown[]): Promise<readonly JsonValue[]>;
  /** Gives the result and a name for its body. */
  open(method: string, args: unknown, deadlineMs: number | null, signal?: AbortSignal): Promise<OpenedBody>;
  /** `undefined` at the end of the body. */
  read(body: number): Promise<Uint8Array | undefined>;
  cancel(body: number): Promise<void>;
  /** Puts words on the port as they are, past everything that the guest's side would check. */
  post(message: unknown): Promise<void>;
  /** The same, with a port that nobody asked for. */
  postPort(message: unknown): Promise<void>;
  /** Everything that has happened at this end so far. */
  seen(): Promise<GuestSeen>;
}
export interface OpenedBody {
  readonly value: JsonValue;
  readonly body: number;
}
export interface GuestSeen {
  readonly events: readonly { readonly name: string; readonly payload: unknown }[];
  readonly ended: readonly ErrorCode[];
  /** Messages that this end has posted, whole batches counting once. */
  readonly posted: number;
  /** What came, if this end only listens. */
  readonly heard: readonly unknown[];
}

export interface GuestOptions {
  /** `asks` as the SDK does; `listens`: writes down what comes, and says nothing but what it is told to. */
  readonly role: 'asks' | 'listens';
  readonly credits?: number;
  readonly version: number;
}

/**
 * @param withPort posts a message along with a fresh port; the transport's affair
 * @throws CallError ERR_BRIDGE_VERSION
 */
export function createGuest(port: Port, withPort: (message: unknown) => void, options: GuestOptions): Guest {
  assertVersion(options.version);
  const seen = {
    events: [] as GuestSeen['events'],
    ended: [] as GuestSeen['ended'],
    posted: 0,
    heard: [] as unknown[],
  };
  const counted: Port = {
    ...port,
    post(message, transfer) {
      seen.posted += 1;
      port.post(message, transfer);
    },
  };
  const readers = new Map<number, ReadableStreamDefaultReader<Uint8Array>>();
  const asking =
    options.role === 'asks' ? askOn(counted, systemClock, options.credits ?? quotas.callsInFlight) : undefined;
  if (asking) Object.assign(seen, { events: asking.events, ended: asking.ended });
  else {
    port.listen({
      receive: (data) => seen.heard.push(data),
      unreadable: () => seen.heard.push('unreadable'),
      closed: () => seen.heard.push('closed'),
    });
  }
  const ask = () => {
    if (asking === undefined) throw new TypeError('this guest only listens');
    return asking;
  };
  const reader = (body: number) => {
    const found = readers.get(body);
    if (found === undefined) throw new TypeError('there is no such body');
    return found;
  };
  return {
    call: (...how) => ask().call(...how),
    callTogether: (method, args) => Promise.all(args.map((each) => ask().call(method, each, null))),
    async open(...how) {
      const { value, body } = await ask().open(...how);
      readers.set(readers.size, body.getReader());
      return { value, body: readers.size - 1 };
    },
    read: async (body) => (await reader(body).read()).value,
    cancel: (body) => reader(body).cancel(),
    post: async (message) => port.post(message),
    postPort: async (message) => withPort(message),
    seen: async () => structuredClone(seen),
  };
}
