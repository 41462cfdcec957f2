/** The language of every `msg` in the container. Chinese is the source; other languages are loaded when chosen. */
import { configureLocalization } from '@lit/localize';
import type { Locale } from '../services/preferences-store.ts';

const localization = configureLocalization({
  sourceLocale: 'zh-Hans',
  targetLocales: ['en'],
  loadLocale: () => import('../locales/en.ts'),
});

/** Resolves when the language is on the page; without the network a language that was never loaded cannot come. */
export async function speak(locale: Locale): Promise<void> {
  try {
    await localization.setLocale(locale);
  } catch (error) {
    console.warn('portico: the language could not be loaded', error);
  }
}
