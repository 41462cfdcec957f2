/** `ui.*`: words of the app, always after its verified name. */
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import { partnerWords } from '../services/partner-words.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { Sheets } from '../state/sheets.ts';

export function uiCapability(app: OpenApp, sheets: Pick<Sheets, 'toast'>): Pick<CapabilityHandlers, 'ui.toast'> {
  return {
    'ui.toast': ({ text }) => {
      sheets.toast(`${app.asker.name}: ${partnerWords(text)}`);
      return null;
    },
  };
}
