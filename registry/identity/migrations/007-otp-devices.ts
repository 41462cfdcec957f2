import type { Migration } from '../../platform/index.ts';

/** Devices that answered a code before are counted by themselves, so that nobody else can use up their codes. */
export const otpDevices: Migration = {
  id: 'identity-007-otp-devices',
  sql: `
create table identity.otp_devices (
  phone text not null,
  device bytea not null,
  answered_at timestamptz not null,
  primary key (phone, device)
);
create index otp_devices_by_age on identity.otp_devices (answered_at);

-- Codes of before belong to no network; they count for their phone and device alone.
alter table identity.otps add column network bytea not null default ''::bytea;
alter table identity.otps add column known boolean not null default false;
`,
};
