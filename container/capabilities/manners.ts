/**
 * Sheets that nobody tapped for: a few are fair (a question when the app has opened), a stream of them is not. A call in
 * answer to a tap is always fair and starts the count afresh.
 */
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { CallContext } from '../../sandbox/host/index.ts';

const MOST = 3;
const WITHIN_MS = 60_000;

export function createManners(now: () => number): (call: Pick<CallContext, 'gesture'>) => void {
  let uninvited: number[] = [];
  return ({ gesture }) => {
    const at = now();
    uninvited = gesture ? [] : uninvited.filter((time) => at - time < WITHIN_MS);
    if (gesture) return;
    if (uninvited.length >= MOST) throw new PorticoError('ERR_CAPABILITY_TOO_OFTEN');
    uninvited.push(at);
  };
}
