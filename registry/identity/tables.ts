import type { ColumnType, Generated } from 'kysely';
import type {
  AppId,
  GrantScope,
  OpenId,
  PartnerId,
  ReleaseDigest,
  StaffId,
  UserId,
} from '../../sandbox/contract/index.ts';
import type { IdentityLevel, KeyUse, StaffRole } from './identity.ts';

/** PostgreSQL's bigint comes back as text. */
type BigInteger = ColumnType<string, number, number>;

/** Rows as kysely sees them; the schema itself is in migrations/. */
export type IdentityTables = {
  'identity.partners': { id: PartnerId; name: string; webhook_url: string | null; created_at: Date };
  'identity.webhook_secrets': {
    id: Generated<string>;
    partner_id: PartnerId;
    sealed: Buffer;
    created_at: Date;
    retired_at: Date | null;
  };
  'identity.apps': { app_id: AppId; partner_id: PartnerId; claimed_at: Date };
  'identity.staff': { id: StaffId; roles: StaffRole[]; active: Generated<boolean> };
  'identity.tokens': {
    id: string;
    hash: Buffer;
    owner_kind: 'partner' | 'staff' | 'service';
    owner_id: string;
    scopes: string[];
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
  };
  'identity.keys': {
    id: string;
    alg: Generated<'EdDSA'>;
    public_key: string;
    owner_kind: 'partner' | 'staff';
    owner_id: string;
    uses: (KeyUse | 'approval')[];
    created_at: Date;
    revoked_at: Date | null;
    stolen: Generated<boolean>;
  };
  'identity.seen': { kind: string; owner: string; nonce: string; expires_at: Date };
  'identity.audit': {
    id: Generated<string>;
    at: Date;
    actor: string;
    action: string;
    subject: string;
    data: ColumnType<unknown, string, never>;
  };
  'identity.customers': {
    id: UserId;
    issuer: string;
    subject: string;
    phone: string | null;
    level: IdentityLevel;
    created_at: Date;
  };
  'identity.login_attempts': {
    hash: Buffer;
    state: string;
    nonce: string;
    code_verifier: string;
    return_to: string;
    expires_at: Date;
  };
  'identity.sessions': {
    id: string;
    hash: Buffer;
    user_id: UserId;
    authenticated_at: Date;
    handed_over: boolean;
    created_at: Date;
    last_seen_at: Date;
    expires_at: Date;
    ended_at: Date | null;
  };
  'identity.handoff_codes': {
    hash: Buffer;
    user_id: UserId;
    authenticated_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  'identity.openids': { app_id: AppId; user_id: UserId; openid: OpenId; created_at: Date };
  'identity.grants': {
    user_id: UserId;
    app_id: AppId;
    scope: GrantScope;
    granted_at: Date;
    revoked_at: Date | null;
    declared: string[] | null;
  };
  'identity.login_codes': {
    id: string;
    hash: Buffer;
    app_id: AppId;
    release_digest: ReleaseDigest;
    user_id: UserId;
    session_id: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  'identity.app_sessions': {
    id: string;
    hash: Buffer;
    code_id: string;
    app_id: AppId;
    user_id: UserId;
    created_at: Date;
    expires_at: Date;
    ended_at: Date | null;
  };
  'identity.passkeys': {
    credential_id: string;
    user_id: UserId;
    public_key: Buffer;
    counter: BigInteger;
    transports: string[];
    backed_up: boolean;
    enrolled_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  'identity.passkey_challenges': {
    session_id: string;
    purpose: 'enrol' | 'prove';
    challenge: Buffer;
    expires_at: Date;
  };
  'identity.issuer_accounts': { subject: string; phone: string; created_at: Date };
  'identity.issuer_records': {
    model: string;
    hash: Buffer;
    sealed: Buffer;
    grant_hash: Buffer | null;
    uid_hash: Buffer | null;
    consumed_at: Date | null;
    expires_at: Date | null;
  };
  'identity.otps': {
    id: string;
    interaction: string;
    phone: string;
    device: Buffer;
    code_mac: Buffer;
    tries: Generated<number>;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    network: Buffer;
    known: boolean;
  };
  'identity.otp_devices': { phone: string; device: Buffer; answered_at: Date };
};
