import { sql } from 'kysely';
import { type PartnerId, PorticoError, parsePartnerId } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import { signedHeaders } from './message.ts';
import type { Send } from './public-fetch.ts';
import { waitAfter } from './schedule.ts';

export interface Sender {
  readonly platform: Platform;
  readonly identity: Identity;
  /** For addresses on the internet. */
  readonly send: Send;
}

interface Due {
  readonly id: string;
  readonly partnerId: string;
  readonly body: string;
  readonly tries: number;
}

const TIMEOUT_MS = 10_000;
/** Longer than a try can take; what a killed process had claimed waits this long. */
const CLAIM_SECONDS = 15;
const AT_ONCE = 16;
/** A slow partner takes at most this many of the places. */
const AT_ONCE_FOR_ONE = 2;
const GONE = 410;

/** Sends what is due until nothing is. Rejects with the first fault that is not the partner's, such as a lost database. */
export async function deliverDue(sender: Sender): Promise<void> {
  const underWay = new Map<Promise<void>, string>();
  const faults: unknown[] = [];
  while (faults.length === 0) {
    const places = [...underWay.values()];
    const busy = places.filter((id) => places.filter((other) => other === id).length >= AT_ONCE_FOR_ONE);
    const message = underWay.size < AT_ONCE ? await claim(sender.platform, busy) : undefined;
    if (message) {
      // Kept rather than thrown: while the next message is claimed nobody waits for this one, and a rejection that is
      // nobody's would end the process.
      const sending = attempt(sender, message)
        .catch((error: unknown) => void faults.push(error))
        .finally(() => underWay.delete(sending));
      underWay.set(sending, message.partnerId);
    } else if (underWay.size === 0) break;
    else await Promise.race(underWay.keys());
  }
  await Promise.all(underWay.keys());
  if (faults.length > 0) throw faults[0];
}

async function claim({ db }: Platform, busy: readonly string[]): Promise<Due | undefined> {
  const rows = await sql<Due>`
    UPDATE webhooks.messages SET claimed_until = portico.now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id = (SELECT id FROM webhooks.messages
                WHERE state = 'pending' AND next_at <= portico.now() AND coalesce(claimed_until <= portico.now(), true)
                  AND partner_id <> ALL (${[...busy]}::text[])
                ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, partner_id AS "partnerId", body, tries`.execute(db);
  return rows.rows[0];
}

/** One try, logged; then delivered, stopped, another time, or given up. */
async function attempt({ platform, identity, send }: Sender, message: Due): Promise<void> {
  const partnerId = parsePartnerId(message.partnerId);
  const partner = partnerId && (await identity.partners.get(partnerId));
  if (!partner?.webhookUrl || (await isStopped(platform, partner.id, partner.webhookUrl))) {
    await finish(platform, message.id, 'stopped');
    return;
  }
  const url = partner.webhookUrl;
  const began = performance.now();
  const answer = await post(platform, send, url, message, partner.webhookSecrets);
  const tries = message.tries + 1;
  const delivered = answer.status !== undefined && answer.status >= 200 && answer.status < 300;
  const error = answer.error ?? (delivered ? null : 'ERR_WEBHOOK_STATUS');

  await platform.db.transaction().execute(async (tx) => {
    await sql`
      INSERT INTO webhooks.deliveries (message_id, try, url, status, error, duration_ms)
      VALUES (${message.id}, ${tries}, ${url}, ${answer.status ?? null}, ${error}, ${Math.round(performance.now() - began)})`.execute(
      tx,
    );
    if (answer.status === GONE) {
      await sql`INSERT INTO webhooks.stopped (partner_id, url) VALUES (${partner.id}, ${url}) ON CONFLICT DO NOTHING`.execute(
        tx,
      );
    }
    const wait = waitAfter(
      tries,
      platform.random.bytes(1).reduce((_, byte) => byte / 256, 0),
    );
    const state = delivered
      ? 'delivered'
      : answer.status === GONE
        ? 'stopped'
        : wait === undefined
          ? 'given_up'
          : 'pending';
    await sql`
      UPDATE webhooks.messages SET state = ${state}, tries = ${tries}, claimed_until = NULL,
        next_at = portico.now() + make_interval(secs => ${wait ?? 0})
      WHERE id = ${message.id}`.execute(tx);
  });
}

async function post(
  platform: Platform,
  send: Send,
  target: string,
  message: Due,
  secrets: readonly string[],
): Promise<{ status?: number; error?: string }> {
  const headers = signedHeaders(message, secrets, platform.clock.now());
  try {
    const url = new URL(target);
    const mapped = platform.config.backendMap.get(url.origin);
    if (mapped === undefined) return await send({ url, headers, body: message.body, timeoutMs: TIMEOUT_MS });
    // Development: the partner's origin stands for a process on this machine.
    const local = new URL(mapped + url.pathname + url.search);
    const response = await platform.fetch(local, {
      method: 'POST',
      headers,
      body: message.body,
      redirect: 'manual',
      timeoutMs: TIMEOUT_MS,
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    platform.log.info({ err: error, messageId: message.id }, 'a webhook was not delivered');
    return { error: error instanceof PorticoError ? error.code : 'ERR_PLATFORM_UPSTREAM' };
  }
}

async function isStopped({ db }: Platform, partnerId: PartnerId, url: string): Promise<boolean> {
  const rows = await sql`SELECT FROM webhooks.stopped WHERE partner_id = ${partnerId} AND url = ${url}`.execute(db);
  return rows.rows.length > 0;
}

async function finish({ db }: Platform, id: string, state: 'stopped'): Promise<void> {
  await sql`UPDATE webhooks.messages SET state = ${state}, claimed_until = NULL WHERE id = ${id}`.execute(db);
}
