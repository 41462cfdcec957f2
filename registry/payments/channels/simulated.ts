import { sql } from 'kysely';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Channel, ChannelNotice, ChannelOutcome, ChannelPayment } from './channel.ts';

/** What goes wrong with one submission. */
export type ChannelFault =
  /** The channel refuses. */
  | 'decline'
  /** The request never arrives. */
  | 'lost_request'
  /** The money moves, but the answer is lost. */
  | 'lost_reply'
  /** The request hangs until the caller gives up; the money moves. */
  | 'timeout'
  /** The channel reports failure, and later that the money moved after all. */
  | 'late_success'
  /** Answered, then reported again twice. */
  | 'duplicate';

export interface FaultPlan {
  /** Asked once for each submission. */
  next(attemptId: string): ChannelFault | undefined;
}

export interface SimulatedChannel extends Channel {
  /** Delivers the notices that late and duplicate reports left behind. */
  deliverNotices(): Promise<void>;
}

/**
 * A bank for demonstrations and tests. Its books are a table of its own, written in its own transactions, so they
 * survive when the registry is killed, as another institution's would. Starts only on *.localhost.
 */
export function createSimulatedChannel(platform: Platform, faults?: FaultPlan): SimulatedChannel {
  if (!platform.config.demo) throw new PorticoError('ERR_PAYMENT_CHANNEL_DEMO_ONLY');
  const { db } = platform;
  const listeners: ((notice: ChannelNotice) => Promise<void>)[] = [];
  const notices: ChannelNotice[] = [];

  async function record(
    payment: ChannelPayment,
    state: 'succeeded' | 'failed',
    reason?: string,
  ): Promise<ChannelOutcome> {
    await sql`
      INSERT INTO payments.simulated_channel (attempt_id, state, reference, currency, amount_minor, reason)
      VALUES (${payment.attemptId}, ${state}, ${platform.random.token(9)}, ${payment.currency},
              ${payment.amountMinor.toString()}, ${reason ?? null})
      ON CONFLICT DO NOTHING`.execute(db);
    const known = await read(payment.attemptId);
    return known.kind === 'absent' ? { kind: 'unknown' } : known;
  }

  async function read(attemptId: string): Promise<ChannelOutcome | { kind: 'absent' }> {
    const rows = await sql<{ state: string; reference: string; reason: string | null }>`
      SELECT state, reference, reason FROM payments.simulated_channel WHERE attempt_id = ${attemptId}`.execute(db);
    const row = rows.rows[0];
    if (!row) return { kind: 'absent' };
    if (row.state === 'succeeded') return { kind: 'succeeded', reference: row.reference };
    return { kind: 'failed', reason: row.reason ?? 'declined' };
  }

  async function submit(payment: ChannelPayment): Promise<ChannelOutcome> {
    const known = await read(payment.attemptId);
    if (known.kind !== 'absent') return known;
    const fault = faults?.next(payment.attemptId);
    if (fault === 'lost_request') return { kind: 'unknown' };
    if (fault === 'decline') return record(payment, 'failed', 'declined');
    if (fault === 'late_success') {
      const refused = await record(payment, 'failed', 'timed out inside the channel');
      notices.push({
        attemptId: payment.attemptId,
        outcome: { kind: 'succeeded', reference: platform.random.token(9) },
      });
      return refused;
    }
    const outcome = await record(payment, 'succeeded');
    if (fault === 'lost_reply') return { kind: 'unknown' };
    if (fault === 'timeout') return new Promise<never>(() => undefined);
    if (fault === 'duplicate' && outcome.kind !== 'unknown') {
      notices.push({ attemptId: payment.attemptId, outcome }, { attemptId: payment.attemptId, outcome });
    }
    return outcome;
  }

  return {
    name: 'simulated',
    submit,
    query: read,
    cancel: (payment) => record(payment, 'failed', 'cancelled'),
    async returnLate(payment) {
      await sql`UPDATE payments.simulated_channel SET returned = true WHERE attempt_id = ${payment.attemptId}`.execute(
        db,
      );
      return { kind: 'succeeded', reference: payment.attemptId };
    },
    onNotice(listener) {
      listeners.push(listener);
    },
    async deliverNotices() {
      for (let notice = notices.shift(); notice; notice = notices.shift()) {
        for (const listener of listeners) await listener(notice);
      }
    },
  };
}
