/** Every environment variable the server reads. The reference page is made from this table; `readConfig` reads no other. */
export interface Setting {
  /** What holds when it is not set; words where it depends on another setting. */
  readonly default: string;
  /** What it is, with its unit or form. */
  readonly says: string;
}

export const settings = {
  PORTICO_PORT: { default: '8080', says: 'TCP port of all hosts; 0 takes a free one.' },
  PORTICO_LISTEN: { default: '127.0.0.1,::1', says: 'Addresses to listen on, separated by commas.' },
  PORTICO_TRUSTED_PROXIES: {
    default: 'none',
    says: 'Addresses or CIDR ranges of the proxies in front, separated by commas; their X-Forwarded-For is believed.',
  },
  PORTICO_DATA_DIR: {
    default: '.portico in the working folder',
    says: 'Folder of blobs, keys and the embedded PostgreSQL.',
  },
  DATABASE_URL: {
    default: 'the embedded PostgreSQL',
    says: 'postgresql:// URL of a PostgreSQL 15 or later; its user owns the schema.',
  },
  PORTICO_BLOB_URL: { default: 'blobs in the data folder', says: 'file:/// URL of the folder of package files.' },
  PORTICO_PUBLIC_ORIGIN: {
    default: 'http://bank.portico.localhost:<port>',
    says: 'Origin of the container and the customer API: scheme://host[:port], https unless under .localhost.',
  },
  PORTICO_CONTENT_DOMAIN: {
    default: 'the public origin’s host without its first label',
    says: 'Domain of the app hosts, host[:port]; the container must be directly under it, the consoles and the issuer not.',
  },
  PORTICO_CONSOLE_ORIGIN: {
    default: 'http://console.localhost:<port>',
    says: 'Origin of the staff and partner consoles.',
  },
  PORTICO_ISSUER_ORIGIN: {
    default: 'http://id.localhost:<port>',
    says: 'Origin of the embedded identity provider; unused with PORTICO_OIDC_ISSUER.',
  },
  PORTICO_OIDC_ISSUER: { default: 'the embedded issuer', says: 'https URL of the bank’s own OIDC issuer.' },
  PORTICO_DEMO: {
    default: 'on where every public origin is under .localhost, else off',
    says: 'on or off: demo people and partners, one-time passwords in the log, file signers, the simulated bank.',
  },
  PORTICO_BANK_PARTS: {
    default: 'the demo’s parts; without a demo the server does not start',
    says: 'Path of a JavaScript module that exports createBankParts(platform): signing keys, payment channel, delivery of one-time passwords.',
  },
  PORTICO_BACKEND_MAP: {
    default: 'none',
    says: 'Partner back ends on this machine: https://parking.example=http://127.0.0.1:9001, separated by commas.',
  },
  PORTICO_RATE_LIMITS: { default: 'on', says: 'on or off; off is for benchmarks.' },
  LOG_LEVEL: { default: 'info', says: 'fatal, error, warn, info, debug, trace or silent.' },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof settings;
