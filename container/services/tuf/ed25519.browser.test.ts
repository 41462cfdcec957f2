import { assert } from 'chai';
import { type Bytes, utf8 } from './bytes.ts';
import { type VerifyEd25519, verifyEd25519, withNoble, withWebCrypto } from './ed25519.ts';

/** The order of the base point (RFC 8032 §5.1): adding it to a signature's scalar makes a second form of the same. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

async function signedMessage() {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const message = utf8('portico-approval-v1\ncom.example.tea');
  const signature: Bytes = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message));
  const publicKey: Bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { publicKey, message, signature };
}

function withOrderAdded(signature: Bytes): Bytes {
  let scalar = ORDER;
  for (const [index, byte] of signature.subarray(32).entries()) scalar += BigInt(byte) << BigInt(8 * index);
  const changed = signature.slice();
  for (let index = 0; index < 32; index += 1) changed[32 + index] = Number((scalar >> BigInt(8 * index)) & 0xffn);
  return changed;
}

const implementations: Readonly<Record<string, VerifyEd25519>> = {
  'by the browser': withWebCrypto,
  'in JavaScript, for browsers without it': withNoble,
  'by whichever there is': verifyEd25519,
};

for (const [how, verify] of Object.entries(implementations)) {
  describe(`Ed25519 verified ${how}`, () => {
    it('accepts what the key signed', async () => {
      const { publicKey, message, signature } = await signedMessage();
      assert.isTrue(await verify(publicKey, message, signature));
    });

    it('refuses another message, key or signature', async () => {
      const { publicKey, message, signature } = await signedMessage();
      const other = await signedMessage();
      assert.isFalse(await verify(publicKey, utf8('something else'), signature));
      assert.isFalse(await verify(other.publicKey, message, signature));
      assert.isFalse(await verify(publicKey, message, other.signature));
    });

    it('refuses the same signature in a second form (malleability)', async () => {
      const { publicKey, message, signature } = await signedMessage();
      assert.isFalse(await verify(publicKey, message, withOrderAdded(signature)));
    });

    it('refuses keys and signatures of the wrong length, and keys that are no point, without throwing', async () => {
      const { publicKey, message, signature } = await signedMessage();
      assert.isFalse(await verify(publicKey.slice(1), message, signature));
      assert.isFalse(await verify(publicKey, message, signature.slice(1)));
      assert.isFalse(await verify(new Uint8Array(32).fill(0xff), message, signature));
    });
  });
}
