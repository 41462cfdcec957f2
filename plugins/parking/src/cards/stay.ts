/** The home-page card: runs in a worker of its own and reads only what the app kept when it was last open. */
import { defineCard, element } from '../../../kit/sdk/card.ts';
import { readSavedView } from '../services/saved-view.ts';
import type { Locale } from '../words/words.ts';
import { stayCard } from './stay-card.ts';

defineCard(async ({ portico, root }) => {
  const [view, info] = await Promise.all([readSavedView(portico.storage), portico.app.info()]);
  const draw = (locale: Locale): void => {
    const card = stayCard(view, { now: Date.now(), locale, element });
    root.replaceChildren(...(card === undefined ? [] : [card]));
  };
  const spoken = (locale: 'zh-Hans' | 'en'): Locale => (locale === 'en' ? 'en' : 'zh');
  portico.on('locale', ({ locale }) => draw(spoken(locale)));
  draw(spoken(info.locale));
});
