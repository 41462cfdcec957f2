const tags = ['passkeys'];
const CREDENTIAL_ID = { type: 'string', pattern: '^[A-Za-z0-9_-]+$', maxLength: 1400 } as const;
/** Read member by member in responses.ts. */
const CEREMONY = { type: 'object', additionalProperties: true } as const;

export const list = {
  summary: 'The customer’s passkeys',
  tags,
  response: {
    200: {
      type: 'object',
      required: ['passkeys'],
      additionalProperties: false,
      properties: {
        passkeys: {
          type: 'array',
          items: {
            type: 'object',
            required: ['credentialId', 'enrolledAt'],
            additionalProperties: false,
            properties: { credentialId: CREDENTIAL_ID, enrolledAt: { type: 'string', format: 'date-time' } },
          },
        },
      },
    },
  },
} as const;

export const options = {
  summary: 'Options to create a passkey with',
  description:
    'The first passkey needs a sign-in of the last five minutes. A further one needs “proof”: without it the answer is ERR_IDENTITY_PASSKEY_PROOF_NEEDED with a challenge for an existing passkey. Once all were removed, only a session that the bank’s app handed over may add one.',
  tags,
  body: { type: 'object', additionalProperties: false, properties: { proof: CEREMONY } },
  response: {
    200: { type: 'object', description: 'PublicKeyCredentialCreationOptionsJSON', additionalProperties: true },
  },
} as const;

export const add = {
  summary: 'Add the passkey that was created',
  tags,
  body: {
    type: 'object',
    required: ['attestation'],
    additionalProperties: false,
    properties: { attestation: { ...CEREMONY, description: 'RegistrationResponseJSON' } },
  },
  response: {
    201: {
      type: 'object',
      required: ['credentialId'],
      additionalProperties: false,
      properties: { credentialId: CREDENTIAL_ID },
    },
  },
} as const;

export const revoke = {
  summary: 'Revoke a passkey',
  tags,
  params: {
    type: 'object',
    required: ['credentialId'],
    additionalProperties: false,
    properties: { credentialId: CREDENTIAL_ID },
  },
  response: { 204: { type: 'null' } },
} as const;
