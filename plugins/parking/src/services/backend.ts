import type { Portico } from '../../../kit/sdk/index.ts';
import * as api from '../../contract/api.ts';
import type { Locale } from '../words/words.ts';
import { guard } from './check.ts';
import { ParkingProblem, problemOf, problemOfCode } from './problem.ts';

const isPlates = guard<api.PlatesAnswer>(api.platesAnswer);
const isStay = guard<api.StayAnswer>(api.stayAnswer);
const isCarParks = guard<api.CarParksAnswer>(api.carParksAnswer);
const isPayment = guard<api.PaymentAnswer>(api.paymentAnswer);
const isHistory = guard<api.HistoryAnswer>(api.historyAnswer);
const isSession = guard<api.SessionAnswer>(api.sessionAnswer);
const isProblem = guard<api.ProblemAnswer>(api.problemAnswer);

type Guard<T> = (value: unknown) => value is T;
type Method = 'GET' | 'POST' | 'DELETE';

/** Our own server, reached through the bank's gateway. Every method throws `ParkingProblem`. */
export interface Backend {
  plates(): Promise<api.PlatesAnswer>;
  addPlate(plate: string): Promise<api.PlatesAnswer>;
  removePlate(plate: string): Promise<api.PlatesAnswer>;
  stay(plate: string): Promise<api.StayAnswer>;
  carParks(): Promise<api.CarParksAnswer>;
  /** The bank's page and receipt are in the language given here. */
  createOrder(stayId: string, quoteId: string, locale: Locale): Promise<api.PaymentView>;
  payment(outOrderNo: string): Promise<api.PaymentView>;
  history(): Promise<api.HistoryAnswer>;
}

export function createBackend(portico: Pick<Portico, 'net' | 'identity'>): Backend {
  let signingIn: Promise<void> | undefined;

  async function send<T>(isAnswer: Guard<T>, method: Method, path: string, body?: object): Promise<T> {
    const answer = await request(method, path, body);
    const value = parseJson(answer.body);
    if (answer.status >= 400) throw new ParkingProblem(problemOfAnswer(value, answer.status));
    if (!isAnswer(value)) throw new ParkingProblem('unexpected');
    return value;
  }

  async function request(method: Method, path: string, body?: object) {
    try {
      return await portico.net.request({
        backend: 'parking',
        method,
        path,
        ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      });
    } catch (error) {
      throw new ParkingProblem(problemOf(error), error);
    }
  }

  /** One sign-in at a time, however many calls find out that one is needed. */
  function signIn(): Promise<void> {
    signingIn ??= (async () => {
      const { code } = await login();
      await send(isSession, 'POST', '/v1/session', { code });
    })().finally(() => {
      signingIn = undefined;
    });
    return signingIn;
  }

  async function login() {
    try {
      return await portico.identity.login({});
    } catch (error) {
      throw new ParkingProblem(problemOf(error), error);
    }
  }

  /** Signs in when our server asks for it, and tries once more. */
  async function ask<T>(isAnswer: Guard<T>, method: Method, path: string, body?: object) {
    try {
      return await send(isAnswer, method, path, body);
    } catch (error) {
      if (!(error instanceof ParkingProblem) || error.kind !== 'signed-out') throw error;
      await signIn();
      return send(isAnswer, method, path, body);
    }
  }

  const payment = async (answer: Promise<api.PaymentAnswer>) => (await answer).payment;
  return {
    plates: () => ask(isPlates, 'GET', '/v1/plates'),
    addPlate: (plate) => ask(isPlates, 'POST', '/v1/plates', { plate }),
    removePlate: (plate) => ask(isPlates, 'DELETE', `/v1/plates/${encodeURIComponent(plate)}`),
    stay: (plate) => ask(isStay, 'GET', `/v1/plates/${encodeURIComponent(plate)}/stay`),
    carParks: () => ask(isCarParks, 'GET', '/v1/car-parks'),
    createOrder: (stayId, quoteId, locale) =>
      payment(ask(isPayment, 'POST', '/v1/orders', { stayId, quoteId, locale })),
    payment: (outOrderNo) => payment(ask(isPayment, 'GET', `/v1/orders/${outOrderNo}`)),
    history: () => ask(isHistory, 'GET', '/v1/history'),
  };
}

function problemOfAnswer(value: unknown, status: number) {
  if (isProblem(value)) return problemOfCode(value.code);
  return status >= 500 ? 'unavailable' : 'unexpected';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: a proxy's error page, say. No schema fits `undefined`, so the caller reports it.
    return undefined;
  }
}
