/** `ui.*`: words of the app, always after its verified name, in shapes that the container draws. */
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { NativeShell } from '../services/native-shell/index.ts';
import { partnerWords } from '../services/partner-words.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { Sheets } from '../state/sheets.ts';
import { covering } from './cover.ts';
import { createManners } from './manners.ts';

/** An app that forgets to end its sign does not cover itself for ever. */
export const LOADING_MS = 30_000;

type UiHandlers = Pick<
  CapabilityHandlers,
  'ui.toast' | 'ui.loading' | 'ui.confirm' | 'ui.actionSheet' | 'ui.haptic' | 'ui.pullToRefresh'
>;

export function uiCapability(
  app: OpenApp,
  parts: { sheets: Pick<Sheets, 'toast' | 'ask'>; nativeShell: Pick<NativeShell, 'device'>; now: () => number },
): UiHandlers {
  const { sheets, nativeShell } = parts;
  const { asker } = app;
  const mannerly = createManners(parts.now);
  let loading: ReturnType<typeof setTimeout> | undefined;

  return {
    'ui.toast': ({ text }) => {
      sheets.toast(`${asker.name}: ${partnerWords(text)}`);
      return null;
    },

    'ui.loading': ({ show, text = '' }) => {
      clearTimeout(loading);
      if (show) loading = setTimeout(() => app.setLoading(undefined), LOADING_MS);
      app.setLoading(show ? partnerWords(text) : undefined);
      return null;
    },

    'ui.confirm': async ({ text, confirm, cancel, danger = false }, call) => {
      mannerly(call);
      // A button on which nothing would be seen has the container's own words.
      const [yes, no] = [partnerWords(confirm ?? ''), partnerWords(cancel ?? '')];
      const question = {
        asker,
        text: partnerWords(text),
        danger,
        ...(yes && { confirm: yes }),
        ...(no && { cancel: no }),
      };
      return { confirmed: (await covering(app, () => sheets.ask('confirm', question, call.signal))) === true };
    },

    'ui.actionSheet': async ({ title = '', items }, call) => {
      mannerly(call);
      const safe = items.map(({ text, danger = false }) => ({ text: partnerWords(text), danger }));
      const question = { asker, title: partnerWords(title), items: safe };
      return { index: (await covering(app, () => sheets.ask('choose', question, call.signal))) ?? null };
    },

    'ui.haptic': async ({ kind }) => ({ done: await (await nativeShell.device()).haptic(kind) }),

    'ui.pullToRefresh': ({ state }) => {
      app.setRefresh(state === 'off' ? 'off' : 'on');
      return null;
    },
  };
}
