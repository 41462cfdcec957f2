import type { ChannelOutcome, ChannelPayment } from '../channels/channel.ts';
import type { Context } from '../context.ts';

/** How long the customer waits for the channel. Then the attempt is UNKNOWN and the recovery job asks. */
const PATIENCE_MS = 5_000;

/** Asks the channel for money. Whatever goes wrong on the way means that we do not know. */
export async function submit({ channel, platform }: Context, payment: ChannelPayment): Promise<ChannelOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<ChannelOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'unknown' }), PATIENCE_MS);
  });
  try {
    return await Promise.race([channel.submit(payment), patience]);
  } catch (error) {
    platform.log.warn({ err: error, attemptId: payment.attemptId }, 'the payment channel did not answer');
    return { kind: 'unknown' };
  } finally {
    clearTimeout(timer);
  }
}
