/** Settings of the process; `readConfig` (same folder) parses them from the environment and names every fault in a sentence. */
export interface Config {
  readonly port: number;
  /** Addresses to listen on. */
  readonly listen: readonly string[];
  /** Addresses or CIDR ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly dataDir: string;
  /** `undefined`: run the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** `file:///folder`; `undefined`: a folder in the data folder. */
  readonly blobUrl: string | undefined;
  /** Origin of the container and its API, e.g. `http://bank.portico.localhost:8080`. No trailing slash. */
  readonly publicOrigin: string;
  /** Origin pattern parts of app hosts: `http`, `portico.localhost:8080`. */
  readonly contentScheme: 'http' | 'https';
  readonly contentDomain: string;
  readonly consoleOrigin: string;
  readonly issuerOrigin: string;
  /** True when `issuerOrigin` is the embedded issuer of this process. */
  readonly embeddedIssuer: boolean;
  /** Demo people, demo partners, OTP in the log, file signers, simulated channel. Only when every public origin is `*.localhost`. */
  readonly demo: boolean;
  /** Absolute path of the bank's own module of parts (registry/bank-parts.ts); `undefined`: a demo's. */
  readonly bankParts: string | undefined;
  /** Partner back-end origin → loopback origin. Only when every public origin is `*.localhost`. */
  readonly backendMap: ReadonlyMap<string, string>;
  /** Off for benchmarks only. */
  readonly rateLimits: boolean;
  readonly logLevel: string;
}
