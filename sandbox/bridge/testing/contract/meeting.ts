import { assert } from 'chai';
import { BRIDGE_VERSION } from '../../../contract/messages.ts';
import type { Quotas } from '../../../contract/quotas.ts';
import { CallError } from '../../call-error.ts';
import { type Clock, systemClock } from '../../clock.ts';
import type { Port } from '../../port.ts';
import { answerOn } from '../conversation.ts';
import type { Guest, GuestOptions } from '../guest.ts';

/** A way for two ends to meet. The host's end is the test's own; the guest's may be in another realm. */
export interface Transport {
  readonly name: string;
  /** False where values are handed over as they are and ports cannot come along. */
  readonly isReal: boolean;
  /** False where the guest is not told that the host's end has closed. A realm is removed with its port, so none waits long. */
  readonly tellsOfClosing: boolean;
  meet(options: GuestOptions): Promise<{ readonly host: Port; readonly guest: Guest }>;
  /** Closes every port of the test that has ended. */
  clear(): void;
}

/** The test runner, whichever it is. */
export interface Runner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
  afterEach(body: () => void): void;
}

export interface Suite {
  readonly it: Runner['it'];
  readonly transport: Transport;
}

const asking: GuestOptions = { role: 'asks', version: BRIDGE_VERSION };
const listening: GuestOptions = { role: 'listens', version: BRIDGE_VERSION };

const ends: (() => void)[] = [];
const ending = <T extends { end(): void }>(host: T): T => {
  ends.push(host.end);
  return host;
};
/** Ends the hosts of the test that has ended, so that their hearts stop beating. */
export function endHosts(): void {
  for (const end of ends.splice(0)) end();
}

/** A host that answers and a guest that asks. */
export async function meetAnswering(
  transport: Transport,
  {
    clock = systemClock,
    quotas = {},
    guest: changes = {},
  }: {
    readonly clock?: Clock;
    readonly quotas?: Partial<Quotas>;
    readonly guest?: Partial<GuestOptions>;
  } = {},
) {
  const { host, guest } = await transport.meet({ ...asking, ...changes });
  const posted: { type?: unknown; bytes?: ArrayBuffer }[] = [];
  const sizes: number[] = [];
  const watched: Port = {
    ...host,
    post(message, transfer) {
      posted.push(message as object);
      if (transfer !== undefined) sizes.push(...transfer.map(({ byteLength }) => byteLength));
      host.post(message, transfer);
    },
  };
  /** `posted`: what the host has sent; `sizes`: bytes of each chunk, when it was sent. */
  return { ...ending(answerOn(watched, clock, quotas)), guest, posted, sizes };
}

/** A host that answers and a guest that says only what the test tells it to. */
export async function meetListening(transport: Transport, clock: Clock = systemClock, quotas: Partial<Quotas> = {}) {
  const { host, guest } = await transport.meet(listening);
  return { ...ending(answerOn(host, clock, quotas)), guest };
}

/** Waits until what is expected has come, 3 s at most on a busy machine; fails with what was there instead. */
export async function until(
  come: () => boolean | Promise<boolean>,
  what: () => unknown = () => 'it did not',
): Promise<void> {
  for (let tries = 0; !(await come()); tries += 1) {
    if (tries === 300) assert.fail(`waited in vain: ${JSON.stringify(await what())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
/** Waits until whatever was under way has surely arrived. */
export const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

export async function rejects(work: Promise<unknown>, code: string, what = ''): Promise<CallError> {
  const outcome = await work.then(
    (value) => `no error but ${JSON.stringify(value)}`,
    (error: unknown) => error,
  );
  if (!(outcome instanceof CallError)) assert.fail(`${what} ${String(outcome)} instead of ${code}`);
  assert.equal(outcome.code, code, what);
  return outcome;
}

/** Waits for the end of the connection on the host's side and checks why. */
export async function endsWith(ended: readonly string[], code: string): Promise<void> {
  await until(() => ended.length > 0);
  await quiet();
  assert.deepEqual([...ended], [code]);
}
