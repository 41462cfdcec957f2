import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

const paths: readonly string[] = [
  'portico:/../secret.js',
  'portico:/..%2fsecret.js',
  'portico:/%2e%2e/secret.js',
  'portico://bank.portico.localhost/',
  'portico:/__proto__',
  'portico:/constructor',
  'portico:/toString',
  'portico:/',
  'portico:main.js',
  'PORTICO:/SECRET.js',
  'portico:/MAIN.JS',
  'portico:/secret.js?x',
  'portico:/secret.js#x',
  'portico:/com.cityparking.app/secret.js',
  'portico:/\u0000secret.js',
];

export const attack: Attack = {
  id: '101',
  group: 'payload',
  atOrigin: {
    because: 'its addresses are ordinary ones, and its worker answers for the paths of its release alone: 175',
  },
  title: 'reach beyond its own files through portico:/ addresses: .., encodings, inherited names, other apps',
  expected: 'nothing but the package’s own paths resolves',
  async guest(): Promise<JsonValue> {
    const resolved: string[] = [];
    for (const path of paths) {
      if ((await codeOfRejected(() => import(/* @vite-ignore */ path))) === undefined) resolved.push(`import ${path}`);
      if ((await codeOfRejected(() => fetch(path))) === undefined) resolved.push(`fetch ${path}`);
    }
    return { resolved, polluted: Reflect.get({}, 'imports') === undefined };
  },
  judge({ report }) {
    same(report, { resolved: [], polluted: true });
  },
};
