/** Where signatures come from. Files in development (`file-signers.ts`); a KMS or PKCS#11 token is another implementation. */

/** Holds one Ed25519 key that never leaves it. */
export interface Signer {
  /** 32 raw bytes. */
  readonly publicKey: Uint8Array;
  /** 64 raw bytes (RFC 8032, pure Ed25519). May be slow: it may be a call to another machine. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** One key a role, so that a stolen online key (timestamp, snapshot, releases) cannot change who is trusted. */
export interface RoleSigners {
  readonly targets: Signer;
  readonly releases: Signer;
  readonly snapshot: Signer;
  readonly timestamp: Signer;
}

/** What first start needs; afterwards the root keys belong in a safe. */
export interface RootSigners {
  readonly keys: readonly Signer[];
  /** How many of `keys` must sign a root. */
  readonly threshold: number;
}

export interface SignerSource {
  /** Root metadata `1.root.json`, `2.root.json`, … kept beside the keys, oldest first; empty before the ceremony. */
  roots(): Promise<readonly Uint8Array[]>;
  /**
   * Makes all keys and keeps the first root that `makeRoot` signs with them: all of it, or nothing.
   * @throws PorticoError ERR_TRUST_KEY_UNUSABLE when there are keys already.
   */
  createRoot(makeRoot: (root: RootSigners, roles: RoleSigners) => Promise<Uint8Array>): Promise<void>;
  /** @throws PorticoError ERR_TRUST_KEY_UNUSABLE naming the role. */
  roles(): Promise<RoleSigners>;
}
