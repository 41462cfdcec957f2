/**
 * A software authenticator for tests: a real ES256 key that answers as a platform authenticator does, in the JSON forms of
 * WebAuthn Level 3 (§5.1 RegistrationResponseJSON, AuthenticationResponseJSON). Options make it misbehave.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface CeremonyFaults {
  /** Default true. */
  readonly userVerified?: boolean;
  readonly origin?: string;
  readonly rpId?: string;
  /** Answers another question than it was asked. */
  readonly challenge?: string;
}

export interface AssertionFaults extends CeremonyFaults {
  /** Changes the signature after signing. */
  readonly brokenSignature?: boolean;
  /** Answers with this counter instead of the next one. */
  readonly counter?: number;
}

export interface Authenticator {
  readonly credentialId: string;
  /** Answers `navigator.credentials.create`. */
  attest(challenge: Uint8Array | string, faults?: CeremonyFaults): RegistrationJson;
  /** Answers `navigator.credentials.get`. */
  assert(challenge: Uint8Array | string, faults?: AssertionFaults): AuthenticationJson;
}

export interface RegistrationJson {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly authenticatorAttachment: 'platform';
  readonly clientExtensionResults: Record<string, never>;
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly transports: ['internal'];
  };
}

export interface AuthenticationJson {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly clientExtensionResults: Record<string, never>;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
  };
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED_CREDENTIAL = 0x40;

/** `origin`: that of the container, e.g. `http://bank.portico.localhost:8080`; the rpId is its host name. */
export function createAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const rawId = randomBytes(32);
  const id = rawId.toString('base64url');
  const rpId = new URL(origin).hostname;
  let counter = 0;

  const clientData = (type: string, asked: Uint8Array | string, faults: CeremonyFaults) => {
    const told = { type, challenge: faults.challenge ?? text(asked), origin: faults.origin ?? origin };
    return Buffer.from(JSON.stringify({ ...told, crossOrigin: false }));
  };
  const authenticatorData = (flags: number, count: number, faults: CeremonyFaults) => {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(USER_PRESENT | (faults.userVerified === false ? 0 : USER_VERIFIED) | flags, 0);
    tail.writeUInt32BE(count, 1);
    return Buffer.concat([
      createHash('sha256')
        .update(faults.rpId ?? rpId)
        .digest(),
      tail,
    ]);
  };

  return {
    credentialId: id,

    attest(challenge, faults = {}) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(rawId.length);
      // COSE_Key (RFC 9053): {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
      const coseKey = Buffer.concat([
        Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
        cborBytes(Buffer.from(x, 'base64url')),
        Buffer.from([0x22]),
        cborBytes(Buffer.from(y, 'base64url')),
      ]);
      const authData = Buffer.concat([
        authenticatorData(ATTESTED_CREDENTIAL, counter, faults),
        Buffer.alloc(16),
        length,
        rawId,
        coseKey,
      ]);
      // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}.
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(authData),
      ]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, faults).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      };
    },

    assert(challenge, faults = {}) {
      counter += 1;
      const authData = authenticatorData(0, faults.counter ?? counter, faults);
      const data = clientData('webauthn.get', challenge, faults);
      const hash = createHash('sha256').update(data).digest();
      const signature = sign('sha256', Buffer.concat([authData, hash]), { key: privateKey, dsaEncoding: 'der' });
      if (faults.brokenSignature)
        signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}

function text(challenge: Uint8Array | string): string {
  return typeof challenge === 'string' ? challenge : Buffer.from(challenge).toString('base64url');
}

/** CBOR (RFC 8949) heads for lengths below 65,536. */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
const cborText = (value: string) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const cborBytes = (value: Uint8Array) => Buffer.concat([head(2, value.length), value]);
