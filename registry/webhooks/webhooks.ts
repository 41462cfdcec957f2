import type { FastifyPluginAsync } from 'fastify';
import { parsePartnerId } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import { deliverDue } from './deliver.ts';
import { messageOf, parseOrderEvent } from './message.ts';
import { keepMessage } from './message-store.ts';
import { createPublicSend, type Send } from './public-fetch.ts';
import { webhookRoutes } from './routes.ts';

export interface Webhooks {
  readonly routes: FastifyPluginAsync;
}

export interface WebhooksParts {
  readonly identity: Identity;
  /** How addresses on the internet are called; tests that have no internet pass their own. */
  readonly send?: Send;
}

export function createWebhooks(
  platform: Platform,
  { identity, send = createPublicSend().send }: WebhooksParts,
): Webhooks {
  platform.outbox.on('payments.order', 'webhooks', async ({ id, payload }) => {
    const event = parseOrderEvent(payload);
    const message = event && messageOf(event);
    const partnerId = parsePartnerId(event?.partnerId);
    if (!event) platform.log.error({ event: id }, 'an event of payments.order could not be read');
    if (!event || !message || !partnerId) return;
    if ((await identity.partners.get(partnerId))?.webhookUrl === undefined) return;
    const { orderId, orderVersion } = event;
    await keepMessage(platform.db, { id: `msg_${id}`, partnerId, orderId, orderVersion, ...message });
  });
  platform.jobs.every('webhooks.deliver', 1, () => deliverDue({ platform, identity, send }));
  return { routes: webhookRoutes(platform, identity) };
}
