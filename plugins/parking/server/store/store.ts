import { setTimeout as pause } from 'node:timers/promises';
import { ClassicLevel } from 'classic-level';
import type { Plate } from '../../contract/plate.ts';
import { ParkingError } from '../errors.ts';
import type { BindingRecord, PaymentRecord, QuoteRecord, SessionRecord, StayRecord } from './records.ts';

type Write =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

/** This server's own durable storage: LevelDB, every write flushed to disk before it counts as done. */
export interface Store {
  session(openid: string): Promise<SessionRecord | undefined>;
  putSession(openid: string, session: SessionRecord): Promise<void>;
  bindings(openid: string): Promise<readonly BindingRecord[]>;
  bind(openid: string, binding: BindingRecord): Promise<void>;
  /** Counts one more new plate for the day and returns the count, so that plates cannot be tried out in numbers. */
  countBinding(openid: string, day: number): Promise<number>;
  unbind(openid: string, plate: Plate): Promise<void>;
  stay(stayId: string): Promise<StayRecord | undefined>;
  /** The latest stay of a car, whether it is still there or has left. */
  latestStay(plate: Plate): Promise<StayRecord | undefined>;
  putStay(stay: StayRecord): Promise<void>;
  /** The price last quoted to this customer for this stay. */
  quote(stayId: string, openid: string): Promise<QuoteRecord | undefined>;
  putQuote(quote: QuoteRecord): Promise<void>;
  payment(outOrderNo: string): Promise<PaymentRecord | undefined>;
  /** All payments of one stay, oldest first. */
  paymentsOfStay(stayId: string): Promise<readonly PaymentRecord[]>;
  /** The customer's payments, newest first. */
  paymentsOf(openid: string, most: number): Promise<readonly PaymentRecord[]>;
  putPayment(payment: PaymentRecord): Promise<void>;
  /** Runs one task at a time for each key, so that reading and writing back cannot interleave. */
  inTurn<T>(key: string, task: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Sorts after every character that keys are made of. */
const LAST = '\uffff';
const newestFirst = (instant: number): string => (9_999_999_999_999 - instant).toString().padStart(13, '0');

/** A server that was asked to stop finishes its requests first, which takes it ten seconds at most. */
const LEAVING_MS = 15_000;
const LOOK_EVERY_MS = 100;

/**
 * Keys read `<kind>/<id>[/<id>]`; ids are openids, plates and numbers of ours, none of which holds a slash.
 * @param patienceMs how long to wait for another server to leave the folder
 * @throws ParkingError ERR_PARKING_FOLDER_IN_USE
 */
export async function openStore(folder: string, patienceMs = LEAVING_MS): Promise<Store> {
  const db = await openDatabase(folder, performance.now() + patienceMs);
  const turns = new Map<string, Promise<unknown>>();

  // The only cast of the store: records were written by this file, in these types, under keys of these kinds.
  const get = async <T>(key: string): Promise<T | undefined> => (await db.get(key)) as T | undefined;
  const list = async <T>(prefix: string, limit = -1): Promise<readonly T[]> =>
    (await db.values({ gt: prefix, lt: `${prefix}${LAST}`, limit }).all()) as T[];
  const write = (...writes: readonly Write[]): Promise<void> => db.batch([...writes], { sync: true });
  const put = (key: string, value: unknown): Write => ({ type: 'put', key, value });
  const payments = async (outOrderNos: readonly string[]): Promise<readonly PaymentRecord[]> => {
    const found = await Promise.all(outOrderNos.map((number) => get<PaymentRecord>(`payment/${number}`)));
    return found.filter((payment) => payment !== undefined);
  };

  return {
    session: (openid) => get(`session/${openid}`),
    putSession: (openid, session) => write(put(`session/${openid}`, session)),
    bindings: (openid) => list(`binding/${openid}/`),
    bind: (openid, binding) => write(put(`binding/${openid}/${binding.plate}`, binding)),
    countBinding: async (openid, day) => {
      const earlier = await get<{ day: number; count: number }>(`bindings-today/${openid}`);
      const count = earlier?.day === day ? earlier.count + 1 : 1;
      await write(put(`bindings-today/${openid}`, { day, count }));
      return count;
    },
    unbind: (openid, plate) => write({ type: 'del', key: `binding/${openid}/${plate}` }),
    stay: (stayId) => get(`stay/${stayId}`),
    latestStay: async (plate) => {
      const stayId = await get<string>(`latest-stay/${plate}`);
      return stayId === undefined ? undefined : get(`stay/${stayId}`);
    },
    putStay: (stay) => write(put(`stay/${stay.stayId}`, stay), put(`latest-stay/${stay.plate}`, stay.stayId)),
    quote: (stayId, openid) => get(`quote/${stayId}/${openid}`),
    putQuote: (quote) => write(put(`quote/${quote.stayId}/${quote.openid}`, quote)),
    payment: (outOrderNo) => get(`payment/${outOrderNo}`),
    paymentsOfStay: async (stayId) => payments(await list<string>(`stay-payment/${stayId}/`)),
    paymentsOf: async (openid, most) => payments(await list<string>(`customer-payment/${openid}/`, most)),
    putPayment: (payment) => {
      const { outOrderNo, openid, stayId, createdAt } = payment;
      return write(
        put(`payment/${outOrderNo}`, payment),
        put(`stay-payment/${stayId}/${outOrderNo}`, outOrderNo),
        put(`customer-payment/${openid}/${newestFirst(createdAt)}/${outOrderNo}`, outOrderNo),
      );
    },
    inTurn: (key, task) => {
      const turn = (turns.get(key) ?? Promise.resolve()).then(task, task);
      turns.set(key, turn);
      const leave = () => {
        if (turns.get(key) === turn) turns.delete(key);
      };
      turn.then(leave, leave);
      return turn;
    },
    close: () => db.close(),
  };
}

async function openDatabase(folder: string, latest: number): Promise<ClassicLevel<string, unknown>> {
  const db = new ClassicLevel<string, unknown>(folder, { valueEncoding: 'json' });
  try {
    await db.open();
    return db;
  } catch (error) {
    if (!isLocked(error)) throw error;
    if (performance.now() > latest)
      throw new ParkingError('ERR_PARKING_FOLDER_IN_USE', { detail: folder, cause: error });
    await pause(LOOK_EVERY_MS);
    return openDatabase(folder, latest);
  }
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === 'LEVEL_LOCKED';
