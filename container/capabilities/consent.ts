/**
 * Asks the customer before a call that needs their word, and remembers the answer. One sheet at a time; calls that wait
 * for the same answer share it; after a no the sheet stays away for a while that grows.
 */
import { type CapabilityName, type GrantScope, methods, PorticoError } from '../../sandbox/contract/index.ts';
import { textFor } from '../../sandbox/contract/manifest/index.ts';
import type { CallContext, ConsentGate } from '../../sandbox/host/index.ts';
import { COOL_DOWNS_MS } from '../services/grant-store.ts';
import type { Grants, GrantsOfUser } from '../state/grants.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { PreferencesState } from '../state/preferences.ts';
import { type SessionState, signedInAs } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';
import { isOfDevice, scopesFor } from './consent-scopes.ts';
import { covering } from './cover.ts';

export interface ConsentParts {
  readonly grants: Grants;
  readonly preferences: PreferencesState;
  readonly session: SessionState;
  readonly sheets: Pick<Sheets, 'consent' | 'signIn'>;
  now(): number;
}

export const declaredBy = ({ release }: OpenApp): readonly string[] =>
  release.manifest.capabilities.map(({ name }) => name).sort();

export function reasonOf({ release: { manifest } }: OpenApp, capability: string, locale: string): string {
  const declared = manifest.capabilities.find(({ name }) => name === capability);
  return declared ? textFor(declared.reason, locale, manifest.lang) : '';
}

export function consentGate(app: OpenApp, parts: ConsentParts): ConsentGate {
  const { grants, preferences, session, sheets, now } = parts;
  const { asker } = app;
  const declared = declaredBy(app);
  const underWay = new Map<string, Promise<boolean>>();
  /** When somebody who is not signed in last chose to stay so. */
  let stayedOutAt = Number.NEGATIVE_INFINITY;
  /** Answers of a customer who is not signed in: for this visit. */
  const ofVisit = new Map<GrantScope, boolean>();

  async function customer(capability: CapabilityName): Promise<GrantsOfUser | undefined> {
    // Who they are is asked anew where it counts: a session may have ended since.
    const current = capability.startsWith('identity.') ? await session.refresh() : undefined;
    const view = current ? { known: true as const, ...current } : session.value;
    const userId = signedInAs(view)?.userId;
    return userId && { userId, appId: app.release.appId };
  }

  async function ask(
    capability: CapabilityName,
    scopes: readonly GrantScope[],
    widened: boolean,
    { gesture, method, signal }: CallContext,
  ): Promise<boolean> {
    // What may only follow a tap is not even asked for without one.
    if (methods[method].gesture && !gesture) throw new PorticoError('ERR_BRIDGE_NEEDS_GESTURE');
    const reason = reasonOf(app, capability, preferences.value.locale);
    const question = { asker, scopes, reason, widened, messages: {} };
    const agreed = await covering(app, () => sheets.consent(question, signal));
    // The app gave up or the realm ended: the customer has not said no.
    if (agreed.length === 0 && signal.aborted) throw new PorticoError('ERR_BRIDGE_ABORTED');
    return agreed.length > 0;
  }

  async function askVisitor(capability: CapabilityName, needed: readonly GrantScope[], call: CallContext) {
    if (needed.some((scope) => ofVisit.get(scope) === false)) return false;
    const open = needed.filter((scope) => !ofVisit.has(scope));
    if (open.length === 0) return true;
    const agreed = await ask(capability, open, false, call);
    for (const scope of open) ofVisit.set(scope, agreed);
    return agreed;
  }

  async function decide(
    capability: CapabilityName,
    needed: readonly GrantScope[],
    call: CallContext,
  ): Promise<boolean> {
    const of = await customer(capability);
    if (!of && needed.every(isOfDevice)) return askVisitor(capability, needed, call);
    if (!of) {
      const pending = { appId: app.release.appId, path: app.launch.path, method: call.method };
      // Before the frame is covered, so that an app which keeps asking can trap nobody between sheets.
      if (now() - stayedOutAt < (COOL_DOWNS_MS[0] ?? 0)) return false;
      // Answers only where they stay: otherwise the page is left.
      const stayed = await covering(app, () => sheets.signIn({ asker, pending }));
      stayedOutAt = now();
      return stayed;
    }
    const answers = await Promise.all(
      needed.map(async (scope) => ({ scope, answer: await grants.answer(of, scope, declared) })),
    );
    if (answers.some(({ answer }) => answer === 'refused')) return false;
    const open = answers.filter(({ answer }) => answer !== 'granted').map(({ scope }) => scope);
    if (open.length === 0) return true;
    const widened = answers.some(({ answer }) => answer === 'widened');
    if (!(await ask(capability, open, widened, call))) {
      await grants.refuse(of, open);
      return false;
    }
    await grants.give(of, open, declared);
    return true;
  }

  return (capability, call, args) => {
    const needed = scopesFor(capability, args);
    if (needed === undefined) return false;
    if (needed.length === 0) return true;
    const key = needed.join(' ');
    const shared = underWay.get(key);
    if (shared) return shared;
    const decision = decide(capability, needed, call).finally(() => underWay.delete(key));
    underWay.set(key, decision);
    return decision;
  };
}
