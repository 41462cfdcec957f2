import { tellHost } from './painted.ts';
import { pingOn } from './pings.ts';

let answered: ((event: MessageEvent) => void) | undefined;
addEventListener('message', (event) => answered?.(event));
pingOn(
  () =>
    new Promise((resolve) => {
      answered = resolve;
      tellHost({ bench: 'ping' });
    }),
);
