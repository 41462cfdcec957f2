/** Signed notifications to partners about committed changes (Standard Webhooks). */
export { migrations } from './migrations.ts';
export type { Send } from './public-fetch.ts';
export { createWebhooks, type Webhooks, type WebhooksParts } from './webhooks.ts';
