import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { speakRaw } from '../raw-port.ts';

const names = [
  'toString',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'app',
  'app.',
  'app.__proto__',
  'storage.constructor',
  '',
];

export const attack: Attack = {
  id: '36',
  group: 'payload',
  title: 'call methods that every object inherits',
  expected: 'ERR_BRIDGE_UNKNOWN_METHOD for each',
  async guest({ takePort }) {
    const { ask } = speakRaw(takePort());
    const answers: string[] = [];
    for (const [index, method] of names.entries()) {
      answers.push(`${method}: ${String(await ask({ id: index + 1, method, args: {} }))}`);
    }
    return answers;
  },
  judge({ report }) {
    same(
      report,
      names.map((name) => `${name}: ERR_BRIDGE_UNKNOWN_METHOD`),
    );
  },
};
