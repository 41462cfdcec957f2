/** The only script of a frame or worker that plays the guest: the first message brings the port it is driven by. */
import { obey } from './remote-guest.ts';

addEventListener(
  'message',
  ({ ports: [control] }: MessageEvent) => {
    if (control) obey(control);
  },
  { once: true },
);
