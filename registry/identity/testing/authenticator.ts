/** A software authenticator (WebAuthn Level 3, §6): makes ES256 passkeys and signs with them, honestly or not. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Ceremony {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** Default true. */
  readonly userVerified?: boolean;
  /** Signature counter; default 0, as passkeys that sync have. */
  readonly counter?: number;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

export interface TestPasskey {
  readonly id: string;
  attest(ceremony: Ceremony): unknown;
  assert(ceremony: Ceremony): unknown;
}

export function createTestPasskey(): TestPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rawId = randomBytes(32);
  const id = rawId.toString('base64url');
  const envelope = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  return {
    id,
    attest(ceremony) {
      const length = Buffer.from([0, rawId.length]);
      const authData = Buffer.concat([
        authenticatorData(ceremony, ATTESTED),
        Buffer.alloc(16),
        length,
        rawId,
        coseKey(publicKey),
      ]);
      const head = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068', 'hex'),
        Buffer.from('authData'),
        Buffer.from([0x58, authData.length]),
      ]);
      const attestationObject = Buffer.concat([head, authData]).toString('base64url');
      const clientDataJSON = clientData('webauthn.create', ceremony).toString('base64url');
      return { ...envelope, response: { clientDataJSON, attestationObject, transports: ['internal'] } };
    },
    assert(ceremony) {
      const authData = authenticatorData(ceremony, 0);
      const data = clientData('webauthn.get', ceremony);
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
      const response = {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      };
      return { ...envelope, response };
    },
  };
}

function clientData(type: string, { challenge, origin }: Ceremony): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData({ rpId, userVerified = true, counter = 0 }: Ceremony, extra: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const flags = Buffer.from([PRESENT | (userVerified ? VERIFIED : 0) | extra]);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), flags, count]);
}

/** COSE_Key of an ES256 public key (RFC 9053 §7.1), already in CBOR's order. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
}
