import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

/** Refused by their form, whoever taps. */
const malformed: readonly string[] = [
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'intent://x',
  'http://evil.example/',
  'https://evil.example/\u202egnp',
  ' https://evil.example/',
];
/** These look like addresses; each needs a tap to be judged, so each has a part of its own. */
const pretending: Readonly<Record<string, string>> = {
  user: 'https://www.bank.example@evil.example/',
  number: 'https://0x7f000001/',
};

export const attack: Attack = {
  id: '144',
  group: 'interface',
  title: 'lead the customer out to an address that pretends to be another: user names, odd notations, scripts',
  expected: 'refused; an honest address is shown with its real host before anything opens',
  parts: {
    async malformed({ portico }): Promise<JsonValue> {
      const codes: (string | undefined)[] = [];
      for (const url of malformed) codes.push(await codeOfRejected(() => portico.nav.openUrl({ url })));
      return codes.map((code) => code ?? 'opened');
    },
    ...Object.fromEntries(
      Object.entries(pretending).map(([name, url]) => [
        name,
        async ({ portico }) => (await codeOfRejected(() => portico.nav.openUrl({ url }))) ?? 'opened',
      ]),
    ),
    long({ portico }) {
      portico.nav.openUrl({ url: 'https://www.bank.example.evil.example/login' }).catch(() => null);
      return null;
    },
    backslash({ portico }) {
      portico.nav.openUrl({ url: 'https://evil.example\\@bank.example/' }).catch(() => null);
      return null;
    },
  },
  async judge({ open }) {
    const tapped = async (part: string) => {
      const lab = await open();
      await lab.page.mouse.click(195, 500);
      return { answer: await lab.run(part), page: lab.page };
    };
    const first = await tapped('malformed');
    same(first.answer, Array(malformed.length).fill('ERR_BRIDGE_BAD_ARGUMENTS'));
    for (const name of Object.keys(pretending)) same((await tapped(name)).answer, 'ERR_CAPABILITY_ADDRESS', name);
    for (const [part, host] of [
      ['long', 'www.bank.example.evil.example'],
      ['backslash', 'evil.example'],
    ] as const) {
      const { page } = await tapped(part);
      same(await page.locator('confirm-sheet .detail').innerText(), host, `the host shown for ${part}`);
    }
  },
};
