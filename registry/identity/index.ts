export { createIdentity, type IdentityOptions } from './create-identity.ts';
export type {
  AllowedCredential,
  CustomerSession,
  Identity,
  IdentityLevel,
  KeyUse,
  LoginCode,
  Partner,
  PartnerCaller,
  PartnerKey,
  PartnerScope,
  Partners,
  Passkeys,
  PublicJwk,
  SignedPartnerCaller,
  SigningKeys,
  StaffCaller,
  StaffKey,
  StaffRole,
  VerifiedPasskey,
} from './identity.ts';
export type { OtpMessage, OtpSender } from './issuer/otp-sender.ts';
export { migrations } from './migrations/index.ts';
export { openPeople } from './people/open-people.ts';
export type { People } from './people/people.ts';
