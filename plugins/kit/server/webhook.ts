import { Ajv, type JSONSchemaType } from 'ajv';
import { Webhook } from 'standardwebhooks';
import { PorticoError } from '../../../sandbox/contract/index.ts';

/**
 * A notice that an order changed. It is thin on purpose: `state` is a hint for the log, and the truth is what the
 * registry answers when asked for the order.
 */
export interface WebhookNotice {
  /** The same for every retry of one notice. */
  readonly id: string;
  /** `order.paid`, `order.closed`, … */
  readonly type: string;
  readonly orderId: string;
  readonly outOrderNo: string;
  readonly state: string;
  readonly orderVersion: number;
}

interface WebhookBody {
  type: string;
  timestamp: string;
  data: { orderId: string; outOrderNo: string; state: string; orderVersion: number };
}
const text = { type: 'string', minLength: 1, maxLength: 256 } as const;
const schema: JSONSchemaType<WebhookBody> = {
  type: 'object',
  properties: {
    type: text,
    timestamp: text,
    data: {
      type: 'object',
      properties: { orderId: text, outOrderNo: text, state: text, orderVersion: { type: 'integer', minimum: 0 } },
      required: ['orderId', 'outOrderNo', 'state', 'orderVersion'],
    },
  },
  required: ['type', 'timestamp', 'data'],
};
const isBody = new Ajv().compile(schema);

/**
 * Verifies a notice by the Standard Webhooks scheme (`webhook-id`, `webhook-timestamp` ±5 min, `webhook-signature`,
 * HMAC-SHA-256) and reads it. Several secrets may be valid while one is being replaced.
 * Throws ERR_KIT_WEBHOOK (answer 401) or ERR_KIT_WEBHOOK_SHAPE (answer 400).
 */
export function readWebhook(
  secrets: readonly string[],
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  /** The body exactly as received, before any JSON parser. */
  rawBody: string,
): WebhookNotice {
  const id = single(headers['webhook-id']);
  const given = {
    'webhook-id': id,
    'webhook-timestamp': single(headers['webhook-timestamp']),
    'webhook-signature': single(headers['webhook-signature']),
  };
  if (!secrets.some((secret) => isSigned(secret, given, rawBody))) throw new PorticoError('ERR_KIT_WEBHOOK');
  const body = parseBody(rawBody);
  return { id, type: body.type, ...body.data };
}

function single(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isSigned(secret: string, headers: Record<string, string>, rawBody: string): boolean {
  try {
    new Webhook(secret).verify(rawBody, headers, { jsonParse: false });
    return true;
  } catch {
    // The library says "no" by throwing; which check failed is of use only to a forger.
    return false;
  }
}

function parseBody(rawBody: string): WebhookBody {
  let value: unknown;
  try {
    value = JSON.parse(rawBody);
  } catch (cause) {
    throw new PorticoError('ERR_KIT_WEBHOOK_SHAPE', { cause });
  }
  if (!isBody(value)) throw new PorticoError('ERR_KIT_WEBHOOK_SHAPE');
  return value;
}
