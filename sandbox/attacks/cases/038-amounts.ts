import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { codeOf } from '../outcome.ts';

const amounts: readonly unknown[] = [
  'NaN',
  'Infinity',
  '-0',
  '0',
  '-1',
  '1e21',
  '1e3',
  '1.00',
  '1.00 ',
  ' 1',
  '+1',
  '01',
  '0x10',
  '1_000',
  '1,000',
  '１００',
  '٣',
  '9'.repeat(30),
  '9223372036854775808',
  '',
  1500,
  1e21,
  -0,
  null,
  true,
  ['1500'],
  { toString: '1500' },
];

const currencies: readonly unknown[] = ['cny', 'CN¥', 'XXX', 'CNY ', 'СNY', '', 156, null];

export const attack: Attack = {
  id: '38',
  group: 'payload',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  title: `order with ${amounts.length} kinds of impossible amounts, wrong exponents and currencies`,
  expected: 'no order is made; from an app no amount is taken at all',
  async judge({ world }) {
    const { appId } = await world.app('lab');
    const order = { appId, currency: 'CNY', amountMinor: '1500', title: 'x' };
    const made: string[] = [];
    const ask = async (name: string, change: Readonly<Record<string, unknown>>): Promise<void> => {
      const { status, body } = await world.asPartner('POST', '/api/v1/orders', {
        ...order,
        outOrderNo: `38-${crypto.randomUUID()}`,
        ...change,
      });
      if (status < 400 || status >= 500 || codeOf(body).startsWith('no code')) made.push(`${name}: ${status}`);
    };
    for (const amountMinor of amounts) await ask(JSON.stringify(amountMinor), { amountMinor });
    for (const currency of currencies) await ask(JSON.stringify(currency), { currency });
    await ask('exponent', { exponent: 0 });
    await ask('items that do not add up', { items: [{ name: 'x', quantity: 1, amountMinor: '1' }] });
    await ask('negative item', {
      items: [
        { name: 'x', quantity: 1, amountMinor: '2500' },
        { name: 'y', quantity: 1, amountMinor: '-1000' },
      ],
    });
    await ask('fractional quantity', { items: [{ name: 'x', quantity: 0.5, amountMinor: '1500' }] });
    holds(made.length === 0, `accepted or broken: ${made.join('; ')}`);
    const { status } = await world.asPartner('POST', '/api/v1/orders', {
      ...order,
      outOrderNo: `38-${crypto.randomUUID()}`,
    });
    holds(status === 201, `the control, an honest order, was answered ${status}`);
  },
};
