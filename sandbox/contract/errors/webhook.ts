import type { ErrorTable } from './entry.ts';

/** Errors of notifications to partners; the first three appear in the delivery log. */
export const webhookErrors = {
  ERR_WEBHOOK_ADDRESS: {
    status: 403,
    says: 'The webhook’s host resolves to an address that is not public.',
    fix: 'Give a webhook address that is reachable from the internet over https.',
  },
  ERR_WEBHOOK_URL: {
    status: 400,
    says: 'The webhook’s address is not an https URL without credentials.',
    fix: 'Use an https URL without user name, password or fragment.',
  },
  ERR_WEBHOOK_STATUS: {
    status: 502,
    says: 'The webhook’s server did not answer with a 2xx status.',
    fix: 'Answer 2xx as soon as the notification is stored; redirects are not followed.',
  },
  ERR_WEBHOOK_NO_ENDPOINT: {
    status: 404,
    says: 'The partner has no webhook endpoint.',
    fix: 'Register a webhook address first.',
  },
  ERR_WEBHOOK_NO_MESSAGE: {
    status: 404,
    says: 'There is no such webhook message.',
    fix: 'Take the id from GET /api/v1/webhooks/messages.',
  },
} as const satisfies ErrorTable;
