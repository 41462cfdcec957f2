/**
 * A whole realm in a real browser: `openRealm`, the frame page with its loader, and an app that says hostile things
 * through its MessagePort. What a structured clone makes of a message is what the judge reads.
 */
import type { ErrorCode } from '../../contract/index.ts';
import { openRealm } from '../../host/open-realm.ts';
import type { RealmFiles } from '../../host/realm.ts';
import { carry } from './carry.ts';
import { fuzzContainer, PlannedCrash } from './container.ts';
import { type Conversation, conversations, limitsOf, type TellStep } from './conversation.ts';
import { inheritsNothingNew, watchIntrinsics } from './intrinsics.ts';
import type { CallForecast, HandlerForecast } from './oracle/forecast.ts';
import { HostModel } from './oracle/host-model.ts';
import { Breach, judgeAnswers, judgeInvocations, readAnswers } from './oracle/judge.ts';
import { LAST_CALL_ID, type PlannedMessage } from './plan.ts';
import { cloneable, pageOnly, recipeOf, uncloneable } from './recipe.ts';
import { search } from './search.ts';
import type { FuzzOptions, FuzzResult, Tally } from './tally.ts';

export interface FuzzPage {
  /** Address of the frame page at the app's own host. */
  readonly frameUrl: string;
  /** The bundled `attacker.ts`, an ES module. */
  readonly attacker: string;
}

/** Shared memory may be refused by the sender or the receiver, so nothing foretells the rest of such a conversation. */
const strangers = [...cloneable, ...uncloneable, ...pageOnly].filter((name) => name !== 'typed shared memory');
const cases = conversations({ strangers, bySteps: false, longest: 60 });
const changed = watchIntrinsics();

export function fuzzRealm(page: FuzzPage, options: FuzzOptions): Promise<FuzzResult> {
  return search(cases, (conversation, tally) => attempt(page, conversation, tally), options);
}

async function attempt(page: FuzzPage, conversation: Conversation, tally: Tally): Promise<void> {
  const container = fuzzContainer(conversation);
  const model = new HostModel({ ...conversation, level: 'sealed' }, { inPage: true });
  const { plan, handlers, heard } = planOf(conversation, model, tally);
  const errors = catchErrors();
  const ear = eavesdrop();
  const mount = document.body.appendChild(document.createElement('div'));
  let failed: ((code: ErrorCode) => void) | undefined;
  const ended = new Promise<ErrorCode>((resolve) => {
    failed = resolve;
  });
  const realm = openRealm({
    mount,
    frameUrl: page.frameUrl,
    release: {
      appId: container.appId,
      digest: container.releaseDigest,
      entry: 'index.html',
      capabilities: conversation.declared,
    },
    files: filesOf(page.attacker, plan),
    handlers: container.handlers,
    consent: container.consent,
    title: 'Fuzz',
    quotas: { ...limitsOf(conversation.limits), readyMs: 5_000 },
    audit: (line) => container.audit.push(line),
    onState: (state) => state.phase === 'failed' && failed?.(state.code),
  });
  try {
    const code = await Promise.race([ended, ear.lastAnswer]);
    model.handlers = handlers;
    judgeInvocations(container.invocations, model, conversation, container.appId);
    const answers = readAnswers(ear.posted, model);
    judgeAnswers(answers, model, heard);
    judgeEnd(code, model);
    for (const { outcome } of answers.answered) tally.cameTo(outcome);
    tally.cameTo('chunk', answers.chunks);
    tally.cameTo(code === undefined ? 'heard to the end' : `closed: ${code}`);
    if (errors.seen.length > 0) throw new Breach(`not caught: ${String(errors.seen[0])}`, { cause: errors.seen[0] });
    const pollution = inheritsNothingNew() ? changed() : 'every object inherits something new';
    if (pollution !== undefined) throw new Breach(pollution);
  } finally {
    realm.close('the conversation is over');
    mount.remove();
    ear.stop();
    errors.stop();
  }
}

function judgeEnd(code: ErrorCode | undefined, { fate, endCodes }: HostModel): void {
  const due = [...endCodes].join(', ');
  if (code === undefined && fate === 'ended') throw new Breach(`should have ended with ${due}`);
  if (code !== undefined && !endCodes.has(code)) throw new Breach(`ended with ${code}, not ${due || 'at all'}`);
}

/** What the app will say, and what the model makes of it as it will arrive. */
function planOf(conversation: Conversation, model: HostModel, tally: Tally) {
  const plan: PlannedMessage[] = [];
  const handlers: HandlerForecast[] = [];
  const heard: CallForecast[] = [];
  let afterEnd = 0;
  const lastCall: TellStep = { kind: 'last call', tell: recipeOf(LAST_CALL) };
  for (const step of [...conversation.steps, lastCall]) {
    // The last call is always made: should the model be wrong about the end, the run would wait for ever.
    if (!('tell' in step) || (afterEnd > 2 && step !== lastCall)) continue;
    if (model.fate === 'ended') afterEnd += 1;
    const { tell, port } = step;
    plan.push({ tell, ...(port ? { port } : {}) });
    if (step !== lastCall) tally.told(step.kind);
    const arrives = carry(tell);
    if (arrives === undefined) {
      tally.cameTo('cannot be sent');
      continue;
    }
    model.begin();
    model.tell(arrives.data, { port: port ?? false, tap: false });
    handlers.push(...model.handlers);
    heard.push(...model.touched);
  }
  return { plan, handlers, heard };
}

const LAST_CALL = { type: 'call', id: LAST_CALL_ID, method: 'fuzz.last', args: null };

function filesOf(attacker: string, plan: readonly PlannedMessage[]): RealmFiles {
  const utf8 = new TextEncoder();
  const file = (text: string, type: string) => ({ bytes: utf8.encode(text).buffer, type });
  return new Map([
    ['index.html', file('<!doctype html><script type="module" src="portico:/attacker.js"></script>', 'text/html')],
    ['attacker.js', file(attacker, 'text/javascript')],
    ['plan.json', file(JSON.stringify(plan), 'application/json')],
  ]);
}

/** Hears everything that the host says to the app. */
function eavesdrop() {
  const posted: unknown[] = [];
  let handedOver = false;
  let tellLast: ((nothing: undefined) => void) | undefined;
  const lastAnswer = new Promise<undefined>((resolve) => {
    tellLast = resolve;
  });
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: unknown[]) {
    // Not said to the app, but to its loader; once.
    const handsOver = !handedOver && (message as { portico?: unknown }).portico === 'open';
    if (handsOver) handedOver = true;
    else posted.push(structuredClone(message));
    const single = (message as { messages?: { id?: unknown }[] }).messages ?? [message as { id?: unknown }];
    if (single.some(({ id }) => id === LAST_CALL_ID)) tellLast?.(undefined);
    Reflect.apply(postMessage, this, [message, ...rest]);
  };
  return {
    posted,
    lastAnswer,
    stop(): void {
      MessagePort.prototype.postMessage = postMessage;
    },
  };
}

/** Everything that nobody caught, but for what a handler threw on purpose. */
function catchErrors() {
  const seen: unknown[] = [];
  const note = (event: Event, fault: unknown): void => {
    event.preventDefault();
    if (!(fault instanceof PlannedCrash)) seen.push(fault ?? event.type);
  };
  const error = (event: ErrorEvent): void => note(event, event.error);
  const rejection = (event: PromiseRejectionEvent): void => note(event, event.reason);
  const report = globalThis.reportError;
  // What the container reports of a handler's planned crash is no error of the page that runs the fuzzer.
  globalThis.reportError = (fault) => {
    if (!(fault instanceof PlannedCrash)) seen.push(fault);
  };
  addEventListener('error', error);
  addEventListener('unhandledrejection', rejection);
  return {
    seen,
    stop(): void {
      globalThis.reportError = report;
      removeEventListener('error', error);
      removeEventListener('unhandledrejection', rejection);
    },
  };
}
