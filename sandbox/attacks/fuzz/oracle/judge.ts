/** Holds what a host did against what the model foretold. Throws `Breach` with a sentence for the first difference. */
import { errors, isErrorCode } from '../../../contract/errors/index.ts';
import { isMethodName, methods } from '../../../contract/index.ts';
import type { JsonValue } from '../../../contract/schema.ts';
import type { Invocation } from '../container.ts';
import type { Conversation } from '../conversation.ts';
import { conforms } from './conforms.ts';
import { readContent } from './content.ts';
import type { CallForecast, HandlerForecast } from './forecast.ts';
import type { HostModel } from './host-model.ts';
import { sameJson } from './same-json.ts';

/** The host did what it must not, or did not what it must. */
export class Breach extends Error {
  override readonly name = 'Breach';
}

const breach = (says: string): never => {
  throw new Breach(says);
};
const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** Anything the host may say to an app, apart from pings and credit. */
interface Said {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly value?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly data?: unknown;
  readonly seq?: unknown;
  readonly bytes?: unknown;
  readonly last?: unknown;
}

export interface Answers {
  readonly answered: readonly { readonly id: number; readonly outcome: string }[];
  readonly pongs: number;
  readonly chunks: number;
}

/** Reads what the host has posted, and refuses anything that the contract does not let it say. */
export function readAnswers(posted: readonly unknown[], model: HostModel): Answers {
  const single = posted.flatMap((words) => (words as { messages?: Said[] }).messages ?? [words as Said]);
  const answered: { id: number; outcome: string }[] = [];
  let pongs = 0;
  let chunks = 0;
  for (const words of single) {
    const keys = Object.keys(words).sort().join();
    if (words.type === 'pong' && keys === 'type') pongs += 1;
    else if (words.type === 'ping' || words.type === 'credit') continue;
    else if (words.type === 'chunk' && keys === 'bytes,id,last,seq,type') {
      if (!posted.includes(words)) breach('a chunk in a batch');
      const call = model.calls.get(words.id as number);
      const fault = call?.stream ? call.stream.chunk(words) : 'bytes that nobody asked for';
      if (fault !== undefined) breach(`${show(words)}: ${fault}`);
      if (call && words.last === true) model.flowed(call);
      chunks += 1;
    } else if (words.type === 'result' && keys === 'id,type,value') {
      const call = model.calls.get(words.id as number) ?? breach(`a result nobody asked for: ${show(words)}`);
      if (!sameJson(words.value, call.value)) breach(`call ${call.id} was given ${show(words.value)}`);
      answered.push({ id: call.id, outcome: 'result' });
      if (call.stream) call.stream.isLive = true;
    } else if (words.type === 'error') {
      const outcome = readError(words, keys);
      const call = model.calls.get(words.id as number);
      if (call?.stream?.isLive) endFlow(call, outcome, model);
      else answered.push({ id: words.id as number, outcome });
    } else breach(`the host said ${show(words)}`);
  }
  return { answered, pongs, chunks };
}

/** Bytes that come to nothing end with an error, and only for a reason. */
function endFlow(call: CallForecast, code: string, model: HostModel): void {
  if (!call.stream?.ends.has(code)) breach(`the bytes of call ${call.id} ended with ${code}`);
  model.flowed(call);
}

function readError(words: Said, keys: string): string {
  const { code, message, data } = words;
  if (keys !== 'code,id,message,type' && keys !== 'code,data,id,message,type') breach(`an error of ${keys}`);
  if (!isErrorCode(code)) return breach(`the code ${show(code)} is not in the catalogue`);
  if (typeof message !== 'string' || !message.startsWith(errors[code].says) || message.length > 1_024) {
    breach(`${code} came with the words ${show(message)}`);
  }
  if (/secret|\bat [\w.]+ \(|\.ts:\d/.test(`${message}${show(data)}`))
    breach(`an error tells too much: ${show(words)}`);
  if (data !== undefined && readContent(data, 16_384, 64).json === undefined) breach('the data of an error is no JSON');
  return code;
}

/** Every answer is one of those allowed, each call gets one at most, and none that must come is missing. */
export function judgeAnswers({ answered, pongs }: Answers, model: HostModel, heard: Iterable<CallForecast>): void {
  const answeredNow = new Set<CallForecast>();
  for (const { id, outcome } of answered) {
    const call = model.calls.get(id) ?? breach(`an answer to ${id}, which nobody asked`);
    if (!call.allowed.has(outcome)) {
      breach(`${call.method} (${id}) was answered ${outcome}; allowed: ${[...call.allowed].join(', ')}`);
    }
    answeredNow.add(call);
    model.answered(call);
  }
  for (const call of heard) {
    if (answeredNow.has(call) || call.allowed.has('none')) continue;
    breach(`${call.method} (${call.id}) got no answer; due: ${[...call.allowed].join(', ')}`);
  }
  if (pongs > model.pings) breach(`${pongs} pongs for ${model.pings} pings`);
}

/** Handlers were called for valid calls alone, with arguments of the container's own. Returns the calls they belong to. */
export function judgeInvocations(
  invocations: readonly Invocation[],
  model: HostModel,
  conversation: Conversation,
  appId: string,
): readonly CallForecast[] {
  for (const { method, args, call } of invocations) {
    const row = isMethodName(method) ? methods[method] : breach(`a handler ${show(method)}`);
    if (row.capability !== null && !conversation.declared.includes(row.capability)) breach(`${method} is not declared`);
    assertPlain(args, method);
    if (!conforms(args as JsonValue, row.args)) breach(`${method} was handed ${show(args)}`);
    if (call.appId !== appId || call.method !== method) breach(`${method} was called for ${call.appId}`);
  }
  let due = model.handlers;
  for (;;) {
    const { paired, missed } = pair(invocations, due);
    if (missed === undefined) return paired.map(({ call }) => call);
    // Of calls that look alike, one that was allowed to come to nothing may have done so, and the next took its place.
    const { method } = missed.call;
    const instead =
      paired.findLast((one) => !one.must && isAlike(one, method, missed.args)) ??
      breach(`${method} (${missed.call.id}) never reached its handler`);
    due = due.filter((one) => one !== instead);
  }
}

const isAlike = (forecast: HandlerForecast, method: string, args: unknown): boolean =>
  forecast.call.method === method && sameJson(args, forecast.args);

/** Each invocation with the first forecast like it that is left, and the first of the rest that had to be. */
function pair(invocations: readonly Invocation[], forecasts: readonly HandlerForecast[]) {
  const open = [...forecasts];
  const paired = invocations.map(({ method, args }) => {
    const at = open.findIndex((forecast) => isAlike(forecast, method, args));
    const [forecast] = at < 0 ? [] : open.splice(at, 1);
    return forecast ?? breach(`${method} was called with ${show(args)}, which no valid message asked for`);
  });
  return { paired, missed: open.find(({ must }) => must) };
}

/** Own data members of ordinary objects and arrays, all the way down. */
function assertPlain(value: unknown, method: string): void {
  if (typeof value !== 'object' || value === null) return;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== (Array.isArray(value) ? Array.prototype : Object.prototype))
    breach(`${method} got a strange object`);
  for (const key of Reflect.ownKeys(value)) {
    if (Array.isArray(value) && key === 'length') continue;
    const member = Object.getOwnPropertyDescriptor(value, key);
    if (typeof key !== 'string' || member?.get || member?.set) breach(`${method} got the member ${String(key)}`);
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') breach(`${method} got a key ${key}`);
    assertPlain(member?.value, method);
  }
}
