/** What a browser's WebAuthn ceremony sends us, read from `unknown` down to the members that the verifier uses. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
/** Attestation objects with certificate chains stay well below this. */
const LONGEST = 16_384;
const TRANSPORTS = ['ble', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

function members<Name extends string>(value: unknown, names: readonly Name[]): Record<Name, string> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const object: Readonly<Record<string, unknown>> = { ...value };
  const found: [Name, string][] = [];
  for (const name of names) {
    const text = object[name];
    if (typeof text !== 'string' || text.length > LONGEST || !BASE64URL.test(text)) return undefined;
    found.push([name, text]);
  }
  return Object.fromEntries(found) as Record<Name, string>;
}

const responseOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'response' in value ? value.response : undefined;

export function parseAssertion(value: unknown): AuthenticationResponseJSON | undefined {
  const outer = members(value, ['id', 'rawId']);
  const inner = members(responseOf(value), ['clientDataJSON', 'authenticatorData', 'signature']);
  return outer && inner && { ...outer, type: 'public-key', clientExtensionResults: {}, response: inner };
}

export function parseAttestation(value: unknown): RegistrationResponseJSON | undefined {
  const outer = members(value, ['id', 'rawId']);
  const response = responseOf(value);
  const inner = members(response, ['clientDataJSON', 'attestationObject']);
  if (!outer || !inner) return undefined;
  const sent: unknown = typeof response === 'object' && response && 'transports' in response ? response.transports : [];
  const transports = TRANSPORTS.filter((transport) => Array.isArray(sent) && sent.includes(transport));
  return { ...outer, type: 'public-key', clientExtensionResults: {}, response: { ...inner, transports } };
}
