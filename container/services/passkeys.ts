/** The device's passkeys (WebAuthn level 3). Loaded with the sheets that need them, never with the home screen. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Offer } from './registry/index.ts';

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
type Transport = (typeof TRANSPORTS)[number];

/** Signs the challenge with user verification required. Returns the assertion as JSON. */
export async function signChallenge(
  offer: Pick<Offer, 'challenge' | 'rpId' | 'allowCredentials'>,
  timeoutMs: number,
): Promise<unknown> {
  return prompt(() =>
    startAuthentication({
      optionsJSON: {
        challenge: offer.challenge,
        rpId: offer.rpId,
        allowCredentials: offer.allowCredentials.map(({ id, transports }) => ({
          id,
          type: 'public-key',
          transports: TRANSPORTS.filter((known): known is Transport => transports?.includes(known) ?? false),
        })),
        userVerification: 'required',
        timeout: timeoutMs,
      },
    }),
  );
}

/** Makes a passkey on this device. Returns the attestation as JSON. */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<unknown> {
  return prompt(() => startRegistration({ optionsJSON: options }));
}

async function prompt<T>(ask: () => Promise<T>): Promise<T> {
  if (!browserSupportsWebAuthn()) throw new PorticoError('ERR_CONTAINER_PASSKEY_UNSUPPORTED');
  try {
    return await ask();
  } catch (cause) {
    const unsupported =
      cause instanceof Error && (cause.name === 'NotSupportedError' || cause.name === 'SecurityError');
    throw new PorticoError(unsupported ? 'ERR_CONTAINER_PASSKEY_UNSUPPORTED' : 'ERR_CONTAINER_PASSKEY_DECLINED', {
      cause,
    });
  }
}
