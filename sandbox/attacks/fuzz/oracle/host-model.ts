/**
 * Foretells what the host must do with every message, from the contract's words and none of the host's code. Where the
 * contract leaves a choice (two faults in one message, work that may have ended a moment ago) it allows both.
 */
import { isMethodName, type MethodEntry, methods } from '../../../contract/index.ts';
import type { Quotas } from '../../../contract/quotas.ts';
import { type Conversation, limitsOf, modeOf } from '../conversation.ts';
import { conforms } from './conforms.ts';
import { type Content, readContent } from './content.ts';
import { type GuestMessage, isChunk, readBatch, readGuestMessage } from './envelope.ts';
import type { Asked, CallForecast, HandlerForecast, Job, Outcome, Waiting } from './forecast.ts';
import { MessageAccount } from './message-account.ts';
import { RateLedger } from './rate-ledger.ts';
import { StreamForecast } from './stream-forecast.ts';
import { TapLedger } from './tap-ledger.ts';

export interface ModelOptions {
  /** A realm in a page: time passes by itself, so that deadlines and rates may or may not be reached. */
  readonly inPage: boolean;
}

export class HostModel {
  readonly calls = new Map<number, CallForecast>();
  /** Handlers that the last message may have started. */
  handlers: HandlerForecast[] = [];
  /** Calls that the last step told of, or whose answer it brings. */
  readonly touched = new Set<CallForecast>();
  /** Codes the connection may have ended with. */
  readonly endCodes = new Set<string>();
  fate: 'open' | 'unsure' | 'ended' = 'open';
  /** Pings that were heard, to be answered. */
  pings = 0;

  readonly #conversation: Conversation;
  readonly #limits: Quotas;
  readonly #inPage: boolean;
  readonly #rate: RateLedger;
  #now = 0;
  #lastId = 0;
  #waiting: Waiting[] = [];
  /** Calls of the message at hand whose work may not have ended yet. */
  #maybeUnderway = 0;
  #asked: Asked[] = [];
  #account: MessageAccount;
  readonly #taps: TapLedger;

  constructor(conversation: Conversation, { inPage }: ModelOptions) {
    this.#conversation = conversation;
    this.#limits = limitsOf(conversation.limits);
    this.#inPage = inPage;
    this.#taps = new TapLedger(this.#limits.gestureMs);
    this.#account = this.#newAccount();
    this.#rate = new RateLedger(this.#limits.messageBurst, this.#limits.messagesPerSecond, inPage);
    // In a page the loader has spoken first: that the app is ready is a message of the guest's like any other.
    if (inPage) this.#rate.isOver(this.#now, 1, false);
  }

  /** `message`: a copy of the judge's own. */
  tell(message: unknown, along: { readonly port: boolean; readonly tap: boolean }): void {
    if (this.fate === 'ended') return;
    const batch = readBatch(message);
    const count = Array.isArray(batch) ? batch.length : 1;
    const over = this.#rate.isOver(this.#now, count, batch === 'malformed');
    if (over === 'yes') {
      this.#end('ERR_BRIDGE_RATE');
      return;
    }
    if (over === 'maybe') this.#mayEnd('ERR_BRIDGE_RATE');
    if (along.port || batch === 'malformed') {
      this.#end('ERR_BRIDGE_BAD_MESSAGE');
      return;
    }
    this.#account = this.#newAccount();
    this.#maybeUnderway = 0;
    for (const one of batch ?? [message]) {
      if (!this.#isEnded()) this.#hear(one, along.tap);
    }
    for (const { aborted, proceed } of this.#asked.splice(0)) if (!aborted && !this.#isEnded()) proceed();
    // What was to be answered may have been dropped with the connection.
    if (this.fate !== 'open') for (const call of this.touched) call.allowed.add('none');
  }

  wait(ms: number): void {
    this.#now += ms;
    if (this.fate === 'ended') return;
    for (const waiting of this.#waiting) {
      if (waiting.dueAt > this.#now + 1) continue;
      waiting.call.stream?.ends.add('ERR_BRIDGE_DEADLINE');
      if (waiting.silent) continue;
      if (waiting.dueAt > this.#now) waiting.call.allowed.add('ERR_BRIDGE_DEADLINE');
      else {
        waiting.silent = true;
        waiting.call.allowed = new Set(['ERR_BRIDGE_DEADLINE']);
        this.touched.add(waiting.call);
      }
    }
  }

  /** The work of a call that waits has ended; where the answer goes on in bytes, they are work as well. */
  finish(call: CallForecast, fails: boolean): void {
    const waiting = this.#waiting.find((one) => one.call === call);
    const isHeard = waiting !== undefined && !waiting.silent && this.fate !== 'ended';
    if (!(isHeard && call.stream && !fails)) this.#waiting = this.#waiting.filter((one) => one !== waiting);
    if (waiting) waiting.flows = true;
    if (!isHeard) return;
    this.touched.add(call);
    call.allowed = fails ? new Set(['ERR_BRIDGE_INTERNAL']) : this.#resultOf(call);
    if (this.fate === 'unsure') call.allowed.add('none');
  }

  /** The bytes of an answer have come to their end. */
  flowed(call: CallForecast): void {
    if (call.stream) call.stream.isLive = false;
    this.#waiting = this.#waiting.filter((one) => one.call !== call);
  }

  /** What really came of a call, which may settle what was open. */
  answered(call: CallForecast): void {
    const waiting = this.#waiting.find((one) => one.call === call);
    if (waiting !== undefined) waiting.silent = true;
    if (waiting?.sure === false && !call.stream?.isLive) this.#waiting = this.#waiting.filter((one) => one !== waiting);
    call.allowed = new Set(['none']);
  }

  /** What the last step has shown: whether the connection ended, and that what was not answered is under way. */
  settle(ended: boolean): void {
    if (this.fate === 'unsure') this.fate = ended ? 'ended' : 'open';
    // An answer that was given up before its bytes began has none.
    this.#waiting = this.#waiting
      .filter(({ call, flows }) => !flows || call.stream?.isLive)
      .map((waiting) => ({ ...waiting, sure: true }));
  }

  /** Before each step. */
  begin(): void {
    this.handlers = [];
    this.touched.clear();
  }

  #newAccount(): MessageAccount {
    return new MessageAccount(this.#limits.messageSize, this.#limits.messageDepth);
  }
  #isEnded(): boolean {
    return this.fate === 'ended';
  }
  #end(code: string): void {
    this.fate = 'ended';
    this.endCodes.add(code);
  }
  #mayEnd(code: string): void {
    this.fate = 'unsure';
    this.endCodes.add(code);
  }

  #hear(data: unknown, tap: boolean): void {
    const message = readGuestMessage(data);
    // Bytes are for a host to send; more of them than it may send are too large as well.
    if (isChunk(data)) this.endCodes.add('ERR_BRIDGE_TOO_LARGE');
    if (message === undefined) this.#end('ERR_BRIDGE_BAD_MESSAGE');
    else if (message.type === 'call') this.#call(message, tap);
    else if (message.type === 'abort') this.#abort(message.id);
    else if (message.type === 'event') this.#event(message);
    else if (message.type === 'credit') this.#credit(message);
    else if (message.type === 'ping') this.pings += 1;
  }

  /** Whatever its name, an event must be no more than a message may be; a site has none to send. */
  #event({ payload }: Extract<GuestMessage, { type: 'event' }>): void {
    if (this.#conversation.level === 'origin') {
      this.#end('ERR_BRIDGE_BAD_MESSAGE');
      return;
    }
    const { json, tooLarge } = this.#weigh(payload);
    if (json !== undefined) return;
    if (tooLarge !== false) this.#end('ERR_BRIDGE_TOO_LARGE');
    if (tooLarge !== 'too large') this.#end('ERR_BRIDGE_BAD_MESSAGE');
  }

  #weigh(content: unknown): Content {
    const read = this.#account.read(content);
    if (read.tooLarge === false && read.mayBeTooMuch) this.#mayEnd('ERR_BRIDGE_TOO_LARGE');
    return read;
  }

  #call({ id, method, args, deadline }: Extract<GuestMessage, { type: 'call' }>, tap: boolean): void {
    if (id <= this.#lastId) {
      this.#end('ERR_BRIDGE_BAD_MESSAGE');
      return;
    }
    this.#lastId = id;
    const name = isMethodName(method) ? method : undefined;
    const row: MethodEntry | undefined = name && methods[name];
    const stream = row?.streams ? new StreamForecast() : undefined;
    const call: CallForecast = { id, method, allowed: new Set(), value: row?.example.result, stream };
    this.calls.set(id, call);
    this.touched.add(call);

    const { json, tooLarge } = this.#weigh(args);
    if (tooLarge === 'too large') {
      this.#end('ERR_BRIDGE_TOO_LARGE');
      return;
    }
    if (tooLarge === 'or no JSON') {
      // Which of the two faults is found first is left open.
      call.allowed = new Set(['none', 'ERR_BRIDGE_BAD_ARGUMENTS']);
      this.#mayEnd('ERR_BRIDGE_TOO_LARGE');
      return;
    }
    const unsure = this.fate === 'unsure';
    const { callsInFlight } = this.#limits;
    const surelyWaiting = this.#waiting.filter(({ sure }) => sure).length;
    const mayBeBusy = this.#waiting.length + this.#maybeUnderway >= callsInFlight;
    if (json === undefined) call.allowed = new Set(['ERR_BRIDGE_BAD_ARGUMENTS']);
    else if (surelyWaiting >= callsInFlight) call.allowed = new Set(['ERR_BRIDGE_BUSY']);
    else if (name === undefined) call.allowed = new Set(['ERR_BRIDGE_UNKNOWN_METHOD']);
    else this.#judge({ call, args: json, deadline, tap, row: methods[name], must: !unsure && !mayBeBusy });
    if (json !== undefined && mayBeBusy) call.allowed.add('ERR_BRIDGE_BUSY');
    if (unsure) call.allowed.add('none');
  }

  #judge(job: Job): void {
    const { call, args, row } = job;
    if (row.sensitive || row.consent || row.gesture) this.#maybeUnderway += 1;
    if (row.capability !== null && !this.#conversation.declared.includes(row.capability)) {
      call.allowed = new Set(['ERR_BRIDGE_NOT_DECLARED']);
      return;
    }
    if (!conforms(args, row.args)) {
      call.allowed = new Set(['ERR_BRIDGE_BAD_ARGUMENTS']);
      return;
    }
    if (!row.consent) {
      this.#handle(job);
      return;
    }
    switch (modeOf(this.#conversation.consents, call.method, args)) {
      case 'yes':
        this.#handle(job);
        return;
      case 'yes soon': {
        call.allowed.add('none');
        const proceed = (): void => {
          const more = [...call.allowed].filter((outcome) => outcome !== 'none' || this.fate === 'unsure');
          call.allowed = new Set();
          this.#handle(job);
          for (const outcome of more) call.allowed.add(outcome);
        };
        this.#asked.push({ call, proceed, aborted: false });
        return;
      }
      case 'crash':
        call.allowed = new Set(['ERR_BRIDGE_INTERNAL']);
        return;
      case 'later':
        this.#wait(job);
        return;
      default:
        call.allowed = new Set(['ERR_BRIDGE_NOT_GRANTED']);
    }
  }

  #handle(job: Job): void {
    const { call, args, row, tap } = job;
    let must = job.must && this.fate === 'open';
    if (row.gesture) {
      call.allowed = new Set(['ERR_BRIDGE_NEEDS_GESTURE']);
      const spent = this.#taps.isSpent(this.#now);
      if (!tap || spent === 'yes') return;
      must &&= spent === 'no';
      this.#taps.spend(this.#now, must);
    }
    const open = row.gesture && !must ? [...call.allowed] : [];
    this.handlers.push({ call, args, must });
    switch (modeOf(this.#conversation.handlers, call.method, args)) {
      case 'now':
      case 'soon':
        if (call.stream) this.#wait({ ...job, must }, true);
        else this.#maybeUnderway += 1;
        call.allowed = this.#resultOf(call);
        break;
      case 'later':
        this.#wait({ ...job, must });
        break;
      case 'refuse':
        call.allowed = new Set(['ERR_CAPABILITY_CANCELLED']);
        break;
      default:
        this.#maybeUnderway += 1;
        call.allowed = new Set(['ERR_BRIDGE_INTERNAL']);
    }
    for (const outcome of open) call.allowed.add(outcome);
  }

  #wait({ call, deadline, row, must }: Job, flows = false): void {
    const longest = Math.min(deadline ?? Number.POSITIVE_INFINITY, row.deadlineMs ?? Number.POSITIVE_INFINITY);
    call.allowed = new Set(['none']);
    if (this.#inPage && longest !== Number.POSITIVE_INFINITY) call.allowed.add('ERR_BRIDGE_DEADLINE');
    // In a page nobody sees when the bytes of an answer end.
    const sure = must && !(this.#inPage && call.stream);
    if (this.#inPage) call.stream?.ends.add('ERR_BRIDGE_DEADLINE');
    this.#waiting.push({ call, dueAt: this.#now + longest, sure, silent: false, flows });
  }

  #credit({ id, n }: Extract<GuestMessage, { type: 'credit' }>): void {
    const call = this.calls.get(id);
    const mayHaveEnded = this.#inPage || (call !== undefined && this.touched.has(call));
    if (!call?.stream || !(call.stream.isLive || mayHaveEnded)) return;
    const tooMuch = call.stream.credit(n, !mayHaveEnded);
    if (tooMuch === 'yes') this.#end('ERR_BRIDGE_BAD_MESSAGE');
    else if (tooMuch === 'maybe' && mayHaveEnded) this.#mayEnd('ERR_BRIDGE_BAD_MESSAGE');
  }

  #abort(id: number): void {
    const call = this.calls.get(id);
    const waiting = this.#waiting.find((one) => one.call.id === id);
    const asked = this.#asked.find((one) => one.call.id === id);
    if (waiting !== undefined) waiting.silent = true;
    call?.stream?.ends.add('ERR_BRIDGE_ABORTED');
    if (asked !== undefined) asked.aborted = true;
    // An answer that is under way in this very message may be held back.
    if (call !== undefined && this.touched.has(call)) call.allowed.add('none');
  }

  #resultOf({ value }: CallForecast): Set<Outcome> {
    const { messageSize, messageDepth } = this.#limits;
    return new Set([readContent(value, messageSize, messageDepth).tooLarge ? 'ERR_BRIDGE_TOO_LARGE' : 'result']);
  }
}
