import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

const paths: readonly string[] = [
  'portico:/../main.js',
  'portico:/..%2fmain.js',
  'portico:/%2e%2e/main.js',
  'portico://bank.portico.localhost/',
  'portico:/__proto__',
  'portico:/constructor',
  'portico:/toString',
  'portico:/',
  'portico:main.js',
  'PORTICO:/main.js',
  'portico:/MAIN.JS',
  'portico:/main.js?x',
  'portico:/main.js#x',
  'portico:/com.cityparking.app/main.js',
  'portico:/\u0000main.js',
];

export const attack: Attack = {
  id: '101',
  group: 'payload',
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
