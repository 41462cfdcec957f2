import type { Migration } from '../../platform/index.ts';

/** Codes are also counted by the network that asks for them. */
export const otpNetworks: Migration = {
  id: 'identity-008-otp-networks',
  sql: 'create index otps_by_network on identity.otps (network, created_at desc) where not known;',
};
