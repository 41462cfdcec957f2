import { takePort } from '../../../guest/hand-over.ts';

/** The port that the frame's loader holds for whoever runs in the frame; every contender gets it the same way. */
export function guestPort(): MessagePort {
  const handOver = takePort(globalThis);
  if (handOver === undefined) throw new TypeError('no loader has started this guest');
  return handOver.port;
}
