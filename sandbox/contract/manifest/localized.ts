import type { LocalizedText } from './release.ts';
import type { Language } from './vocabulary.ts';

/** The text in the wanted language (BCP 47), else in one of the same primary language, else in the release's own. */
export function textFor(texts: LocalizedText, wanted: string, own: Language): string {
  return entryFor(texts, wanted, own) ?? '';
}

/** As `textFor` for any value kept by language, e.g. `listing.texts`. */
export function entryFor<T>(
  entries: Readonly<Partial<Record<Language, T>>>,
  wanted: string,
  own: Language,
): T | undefined {
  const languages = Object.keys(entries) as Language[];
  const primary = wanted.split('-', 1)[0];
  const chosen =
    languages.find((language) => language === wanted) ??
    languages.find((language) => language.split('-', 1)[0] === primary) ??
    languages.find((language) => language === own) ??
    languages[0];
  return chosen && entries[chosen];
}
