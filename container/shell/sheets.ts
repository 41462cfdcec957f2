/** The shell's answer to `Sheets`: which element is shown for what, and what its outcome leads to. */
import { html, nothing } from 'lit';
import type { GrantScope } from '../../sandbox/contract/index.ts';
import type { PasskeyOutcome } from '../screens/passkey/passkey-sheet.ts';
import type { Hint, RegistryClient } from '../services/registry/index.ts';
import type { ResumeStore } from '../services/resume-store.ts';
import { appAddress } from '../state/navigation.ts';
import { type SessionState, signedInAs } from '../state/session.ts';
import type { Pending, Sheets } from '../state/sheets.ts';
import type { AppSheetDrawing } from './app-sheets.ts';
import type { SheetLayer } from './sheet-layer.ts';

/** The registry takes no longer return address; a deep path inside an app may be. */
const LONGEST_RETURN = 1_000;

export interface SheetParts {
  readonly layer: () => SheetLayer;
  readonly registry: Pick<RegistryClient, 'session'>;
  readonly session: SessionState;
  readonly resume: ResumeStore;
  /** Leaves the page; `location.assign` in the browser. */
  leaveFor(address: string): void;
  /** Path and query of this page. */
  here(): string;
  locale(): string;
}

export function createSheets(parts: SheetParts): Sheets {
  const { layer, registry, session, resume, leaveFor, here, locale } = parts;

  const signIn: Sheets['signIn'] = async ({ asker, pending, again = false }) => {
    const go = await layer().show<boolean>(
      () => import('../screens/sign-in/sign-in-sheet.ts'),
      (settle) => html`<sign-in-sheet .name=${asker?.name ?? ''} .again=${again} .settled=${settle}></sign-in-sheet>`,
    );
    if (!go) return false;
    leaveFor(registry.session.loginAddress(returnTo(pending), locale()));
    // The page is being left: whoever waits is answered by the next page.
    return new Promise(() => undefined);
  };

  function returnTo(pending: Pending | undefined): string {
    if (!pending) return here();
    resume.keep(pending);
    const address = appAddress(pending.appId, pending.path);
    return address.length > LONGEST_RETURN ? appAddress(pending.appId) : address;
  }

  return {
    signIn,
    async enrolPasskey(why) {
      const outcome = await layer().show<PasskeyOutcome>(
        () => import('../screens/passkey/passkey-sheet.ts'),
        (settle) => html`<passkey-sheet .settled=${settle}></passkey-sheet>`,
      );
      return outcome === 'stale' ? signIn({ ...why, again: true }) : outcome === 'enrolled';
    },
    async cashier({ asker, orderToken, signal }) {
      // A page that is loaded again under an open cashier cannot say what came of it: the app then asks its own server.
      resume.keep({ appId: asker.appId, path: '/', method: 'payment.request', orderToken, hint: 'maybe_paid' });
      try {
        return await layer().show<Hint>(
          () => import('../screens/cashier/cashier-sheet.ts'),
          (settle) =>
            html`<cashier-sheet
              .asker=${asker}
              .orderToken=${orderToken}
              .userId=${signedInAs(session.value)?.userId ?? ''}
              .signal=${signal}
              .settled=${settle}
            ></cashier-sheet>`,
        );
      } finally {
        resume.drop();
      }
    },
    consent: (question, signal) =>
      layer().show<readonly GrantScope[]>(
        () => import('../screens/consent/consent-sheet.ts'),
        (settle) => {
          whenAborted(signal, () => settle([]));
          return html`<consent-sheet .question=${question} .settled=${settle}></consent-sheet>`;
        },
      ),
    async ask(sheet, question, signal) {
      let draw: AppSheetDrawing<typeof sheet> | undefined;
      return layer().show(
        async () => {
          draw = await (await import('./app-sheets.ts')).loadAppSheet(sheet);
        },
        (settle) => {
          whenAborted(signal, () => settle(undefined));
          return draw ? draw(question, settle) : nothing;
        },
      );
    },
    toast: (text) => layer().toast(text),
  };
}

/** A sheet does not outlive who asked: the app gave up, or its realm ended. */
function whenAborted(signal: AbortSignal, close: () => void): void {
  if (signal.aborted) close();
  else signal.addEventListener('abort', close, { once: true });
}
