import type { Migration } from '../../platform/index.ts';
import { people } from './001-people.ts';
import { customers } from './002-customers.ts';
import { issuer } from './003-issuer.ts';
import { handedOver } from './004-handed-over.ts';
import { scopes } from './005-scopes.ts';
import { stolenKeys } from './006-stolen-keys.ts';
import { otpDevices } from './007-otp-devices.ts';
import { otpNetworks } from './008-otp-networks.ts';

export const migrations: readonly Migration[] = [
  people,
  customers,
  issuer,
  handedOver,
  scopes,
  stolenKeys,
  otpDevices,
  otpNetworks,
];
