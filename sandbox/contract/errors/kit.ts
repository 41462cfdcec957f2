import type { ErrorTable } from './entry.ts';

/** Errors of the part of the kit that runs in a partner's own back end. */
export const kitErrors = {
  ERR_KIT_KEY: {
    status: 500,
    says: 'The partner key is not an Ed25519 private key in JWK form.',
    fix: 'Point the setting at the key file that was issued with the partner account.',
  },
  ERR_KIT_IDENTITY: {
    status: 401,
    says: 'The request does not carry a valid identity from the gateway.',
    fix: 'Accept calls only through the gateway, and check the issuer, audience and app id you configured.',
  },
  ERR_KIT_WEBHOOK: {
    status: 401,
    says: 'The webhook is not signed with the secret of this partner.',
    fix: 'Answer with 401 and do nothing; if genuine webhooks fail, check the secret and the server’s clock.',
  },
  ERR_KIT_WEBHOOK_SHAPE: {
    status: 400,
    says: 'The webhook is signed but does not have a known shape.',
    fix: 'Update the kit to a version that knows this kind of webhook.',
  },
  ERR_KIT_REFUSED: {
    status: 502,
    says: 'The registry refused the request.',
    fix: 'Read the code and the sentence it answered with, given beside this error.',
  },
  ERR_KIT_UNREACHABLE: {
    status: 503,
    says: 'The registry could not be reached.',
    fix: 'Try again in a few seconds; creating an order again under the same number is safe.',
  },
  ERR_KIT_ANSWER: {
    status: 502,
    says: 'The registry’s answer does not have the shape the kit knows.',
    fix: 'Update the kit to a version that matches the registry.',
  },
} as const satisfies ErrorTable;
