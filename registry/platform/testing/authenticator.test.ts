import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { createAuthenticator } from './authenticator.ts';

const origin = 'http://bank.portico.localhost:8080';
const expected = { expectedOrigin: origin, expectedRPID: 'bank.portico.localhost' };

test('an independent verifier accepts what the authenticator attests and asserts', async () => {
  const authenticator = createAuthenticator(origin);
  const registered = await verifyRegistrationResponse({
    response: authenticator.attest('Y2hhbGxlbmdlLW9uZQ'),
    expectedChallenge: 'Y2hhbGxlbmdlLW9uZQ',
    ...expected,
  });
  assert.ok(registered.verified && registered.registrationInfo);
  const { credential } = registered.registrationInfo;
  const asserted = await verifyAuthenticationResponse({
    response: authenticator.assert('Y2hhbGxlbmdlLXR3bw'),
    expectedChallenge: 'Y2hhbGxlbmdlLXR3bw',
    credential,
    ...expected,
  });
  assert.equal(asserted.verified, true);
  const forged = await verifyAuthenticationResponse({
    response: authenticator.assert('Y2hhbGxlbmdlLXR3bw', { brokenSignature: true }),
    expectedChallenge: 'Y2hhbGxlbmdlLXR3bw',
    credential,
    ...expected,
  });
  assert.equal(forged.verified, false);
});
