import type { Attack } from '../attack.ts';
import { matches, same } from '../expect.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '35',
  group: 'payload',
  title: '__proto__, constructor and prototype as keys and method names',
  expected: 'refused; no prototype of the host changes',
  async guest({ portico }) {
    const poisoned = JSON.parse('{"key":"k","value":"v","__proto__":{"polluted":true}}');
    const nested = {
      backend: 'x',
      method: 'GET',
      path: '/',
      headers: JSON.parse('{"__proto__":"a","constructor":"b"}'),
    };
    const call = (family: string, verb: string, args: unknown) =>
      codeOfRejected(() => Reflect.get(Reflect.get(portico, family) ?? {}, verb)?.(args));
    return {
      ownProto: (await call('storage', 'set', poisoned)) ?? null,
      headers: (await call('net', 'request', nested)) ?? null,
      keyProto: (await codeOfRejected(() => portico.storage.set({ key: '__proto__', value: 'polluted' }))) ?? null,
      readBack: (await portico.storage.get({ key: 'constructor' })).value,
    };
  },
  async judge({ report, page }) {
    const { ownProto, headers, readBack } = membersOf(report);
    matches(String(ownProto), /^ERR_BRIDGE_BAD_(ARGUMENTS|MESSAGE)$/);
    matches(String(headers), /^ERR_BRIDGE_BAD_(ARGUMENTS|MESSAGE)$/);
    same(readBack, null);
    same(await page.evaluate(() => Reflect.get({}, 'polluted')), undefined);
  },
};
