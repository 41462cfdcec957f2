export type Language = 'zh-Hans' | 'en';

const LONGEST_HEADER = 500;

/** OIDC's `ui_locales` (space separated, best first) wins over `Accept-Language` (RFC 9110 §12.5.4); Chinese otherwise. */
export function parseLanguage(uiLocales: unknown, acceptLanguage: string | undefined): Language {
  const asked = typeof uiLocales === 'string' ? uiLocales.split(' ') : [];
  return (
    [...asked, ...weighted(acceptLanguage ?? '')].map(languageOf).find((language) => language !== undefined) ??
    'zh-Hans'
  );
}

function weighted(header: string): string[] {
  return header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((parameter) => /^\s*q=([01](?:\.[0-9]{0,3})?)$/i.exec(parameter)?.[1]).find(Boolean);
      return { tag, q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
}

function languageOf(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split('-');
  if (primary === 'zh') return 'zh-Hans';
  return primary === 'en' ? 'en' : undefined;
}
