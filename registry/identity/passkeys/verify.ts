import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Context } from '../context.ts';
import type { Passkeys } from '../identity.ts';
import { countUse, passkeysOf } from './passkey-store.ts';
import { parseAssertion } from './responses.ts';

export function createPasskeys(context: Context): Passkeys {
  const { publicOrigin } = context.platform.config;
  const rpId = new URL(publicOrigin).hostname;
  return {
    rpId,
    async allowCredentials(userId) {
      return (await passkeysOf(context, userId)).map(({ id, transports }) => ({ id, transports }));
    },

    async verify(userId, assertion, challenge) {
      const refused = (cause?: unknown) => new PorticoError('ERR_IDENTITY_ASSERTION_REFUSED', { cause });
      const response = parseAssertion(assertion);
      const passkey = (await passkeysOf(context, userId)).find(({ id }) => id === response?.id);
      if (!response || !passkey) throw refused();
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: Buffer.from(challenge).toString('base64url'),
        expectedOrigin: publicOrigin,
        expectedRPID: rpId,
        requireUserVerification: true,
        credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
      }).catch((cause: unknown) => {
        throw refused(cause);
      });
      if (!verified || !authenticationInfo.userVerified) throw refused();
      if (!(await countUse(context, passkey.id, authenticationInfo.newCounter))) throw refused();
      return { credentialId: passkey.id, enrolledAt: passkey.enrolledAt };
    },
  };
}
