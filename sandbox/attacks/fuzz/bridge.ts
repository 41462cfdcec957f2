/**
 * The host's end of the bridge, without a page: the very conversation that a realm holds, over a port whose other side
 * is the fuzzer, under a clock that it moves. Whatever an object can do is tried here, structured clone or not.
 */

import { directPort } from '../../bridge/testing/direct-port.ts';
import { manualClock } from '../../bridge/testing/manual-clock.ts';
import { converse } from '../../host/conversation.ts';
import { fuzzContainer, type Invocation, PlannedCrash } from './container.ts';
import { type Conversation, conversations, limitsOf, type Step, type TellStep } from './conversation.ts';
import { inheritsNothingNew, watchIntrinsics } from './intrinsics.ts';
import type { CallForecast } from './oracle/forecast.ts';
import { HostModel } from './oracle/host-model.ts';
import { Breach, judgeAnswers, judgeInvocations, readAnswers } from './oracle/judge.ts';
import { build, cloneable, uncloneable } from './recipe.ts';
import { search } from './search.ts';
import { type FuzzOptions, type FuzzResult, Tally } from './tally.ts';

/** The longest delay that every browser's timers know, in ms; a longer one fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const cases = conversations({ strangers: [...cloneable, ...uncloneable], bySteps: true, longest: 40 });

export function fuzzBridge(options: FuzzOptions): Promise<FuzzResult> {
  return search(cases, (conversation, tally) => new BridgeRun(conversation, tally).all(), options);
}

/** One conversation, for what a fuzzer found once. */
export async function holdBridge(conversation: Conversation): Promise<Tally> {
  const tally = new Tally();
  await new BridgeRun(conversation, tally).all();
  return tally;
}

const changed = watchIntrinsics();

class BridgeRun {
  readonly #conversation: Conversation;
  readonly #tally: Tally;
  readonly #model: HostModel;
  readonly #container: ReturnType<typeof fuzzContainer>;
  readonly #clock = manualClock();
  readonly #wire = directPort();
  readonly #ended: string[] = [];
  /** Work that waits, in the order in which it began, and whose call it is. */
  #underway: { readonly invocation: Invocation; readonly call: CallForecast }[] = [];
  readonly #faults: unknown[] = [];

  constructor(conversation: Conversation, tally: Tally) {
    this.#conversation = conversation;
    this.#tally = tally;
    this.#model = new HostModel(conversation, { inPage: false });
    this.#container = fuzzContainer(conversation);
  }

  async all(): Promise<void> {
    const report = Reflect.get(globalThis, 'reportError') as unknown;
    const crashed = (fault: unknown): void => void this.#faults.push(fault);
    Reflect.set(globalThis, 'reportError', (fault: unknown) => {
      if (!(fault instanceof PlannedCrash)) crashed(fault);
    });
    process.on('uncaughtException', crashed);
    process.on('unhandledRejection', crashed);
    try {
      await this.#talk();
    } finally {
      Reflect.set(globalThis, 'reportError', report);
      process.off('uncaughtException', crashed);
      process.off('unhandledRejection', crashed);
    }
  }

  async #talk(): Promise<void> {
    const { appId, releaseDigest, handlers, consent, audit } = this.#container;
    const { declared, level, limits } = this.#conversation;
    const clock = {
      ...this.#clock,
      after: (ms: number, run: () => void) => {
        if (!(ms <= LONGEST_TIMER_MS)) throw new Breach(`a timer of ${ms} ms fires at once`);
        return this.#clock.after(ms, run);
      },
    };
    const { end } = converse({
      port: this.#wire.port,
      clock,
      quotas: limitsOf(limits),
      methods: {
        appId,
        releaseDigest,
        declared: new Set(declared),
        handlers,
        consent,
        gestures: tapsOf(clock, limitsOf(limits).gestureMs),
        audit: (line) => audit.push(line),
      },
      ...(level === 'sealed' ? { onEvent: () => undefined } : {}),
      resting: () => true,
      onEnd: (code) => {
        this.#ended.push(code);
        end();
      },
    });
    let afterEnd = 0;
    for (const step of this.#conversation.steps) {
      if (this.#ended.length > 0) afterEnd += 1;
      if (afterEnd > 2) break;
      await this.#take(step);
    }
    end();
    await settled();
    if (this.#underway.some(({ invocation }) => !invocation.call.signal.aborted)) {
      throw new Breach('work goes on after the end without having been told');
    }
    const pollution = changed();
    if (pollution !== undefined) throw new Breach(pollution);
  }

  async #take(step: Step): Promise<void> {
    const posted = this.#wire.said.length;
    const invoked = this.#container.invocations.length;
    this.#model.begin();
    if ('tell' in step) this.#tell(step);
    else if ('waitMs' in step) {
      this.#model.wait(step.waitMs);
      this.#clock.advance(step.waitMs);
    } else this.#finish(step.finish, step.fails);
    await settled();
    this.#judge(this.#wire.said.slice(posted), this.#container.invocations.slice(invoked));
  }

  #tell({ kind, tell, port, tap }: TellStep): void {
    const along = { port: port ?? false, tap: tap ?? false };
    this.#tally.told(kind);
    if (this.#ended.length > 0) this.#tally.cameTo('ignored after the end');
    this.#model.tell(build(tell), along);
    this.#wire.tell(build(tell), { ports: port ? [{}] : [], userActivation: { isActive: along.tap } });
  }

  #finish(which: number, fails: boolean): void {
    const [work] = this.#underway.splice(which % Math.max(1, this.#underway.length), 1);
    if (work === undefined) return;
    this.#model.finish(work.call, fails);
    work.invocation.finish?.(fails);
  }

  #judge(posted: readonly unknown[], invoked: readonly Invocation[]): void {
    const model = this.#model;
    if (this.#faults.length > 0)
      throw new Breach('something was thrown that nobody caught', { cause: this.#faults[0] });
    const calls = judgeInvocations(invoked, model, this.#conversation, this.#container.appId);
    for (const [at, invocation] of invoked.entries()) {
      const call = calls[at];
      if (call !== undefined && invocation.finish !== undefined) this.#underway.push({ invocation, call });
    }
    const answers = readAnswers(posted, model);
    const heard = [...model.touched];
    judgeAnswers(answers, model, heard);
    this.#judgeEnd();
    for (const { outcome } of answers.answered) this.#tally.cameTo(outcome);
    this.#tally.cameTo('no answer yet', heard.length - answers.answered.length);
    this.#tally.cameTo('pong', answers.pongs);
    this.#tally.cameTo('chunk', answers.chunks);
    const inFlight = this.#underway.length;
    if (inFlight > limitsOf(this.#conversation.limits).callsInFlight) throw new Breach(`${inFlight} calls in flight`);
    if (!inheritsNothingNew()) throw new Breach(changed() ?? 'every object inherits something new');
  }

  #judgeEnd(): void {
    const { fate, endCodes } = this.#model;
    const [code, ...more] = this.#ended;
    if (more.length > 0) throw new Breach(`ended ${1 + more.length} times: ${this.#ended.join()}`);
    if (code === undefined && fate === 'ended') throw new Breach(`should have ended with ${[...endCodes].join()}`);
    if (code !== undefined && fate === 'open') throw new Breach(`ended with ${code} for no reason`);
    if (code !== undefined && !endCodes.has(code)) throw new Breach(`ended with ${code}, not ${[...endCodes].join()}`);
    if (code !== undefined && this.#endTold === false) {
      this.#endTold = true;
      this.#tally.cameTo(`closed: ${code}`);
    }
    this.#model.settle(code !== undefined);
  }
  #endTold = false;
}

/** Lets every microtask of the last step run out. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What a page knows of taps, from the stamp alone. */
function tapsOf(clock: { now(): number }, gestureMs: number) {
  let spentUntil = Number.NEGATIVE_INFINITY;
  const tap = {
    spend() {
      if (clock.now() < spentUntil) return false;
      spentUntil = clock.now() + gestureMs;
      return true;
    },
  };
  return {
    arriving: () => undefined,
    tapped: (delivery: { readonly userActivation?: { readonly isActive: boolean } | null | undefined }) =>
      delivery.userActivation?.isActive === true ? tap : undefined,
    // A browser that cannot be told that an activation is used up.
    during: async <T>(call: () => T | Promise<T>): Promise<T> => call(),
    uncovered: () => undefined,
    stop: () => undefined,
  };
}
