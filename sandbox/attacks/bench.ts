import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page, Worker } from 'playwright-core';
import type { JsonValue } from '../contract/index.ts';
import type { Level } from './attack.ts';
import type { OpenHost } from './stage/open-host.ts';
import type { PartnerBackend } from './stage/partner-backend.ts';
import type { Hit, Witness } from './witness.ts';

/** A lab app that is open in the container. */
export interface OpenLab {
  readonly page: Page;
  /** The app's frame, `undefined` once the host has removed it. */
  frame(): Frame | undefined;
  /** Whether the frame that this app had is still in the page, whatever became of it. */
  alive(): boolean;
  /** Waits until that frame is gone. */
  gone(withinMs?: number): Promise<void>;
  /** Whether the lab in the frame has started, and is this release. */
  runs(digest: string): Promise<boolean>;
  /** Starts a part of the attack in this lab; `undefined` when it did not come to an end in time. */
  run(part: string, patienceMs?: number): Promise<JsonValue | undefined>;
  /** Waits for the page that says why the app is gone. */
  ended(withinMs?: number): Promise<void>;
  /** Leaves the app by the container's own button and waits for the home screen. */
  leave(withinMs?: number): Promise<void>;
}

/** The lab's card on the home page. */
export interface OpenCard {
  readonly page: Page;
  readonly worker: Worker;
  /** Starts a part of the attack in the card; `undefined` when it did not come to an end in time. */
  run(part: string, patienceMs?: number): Promise<JsonValue | undefined>;
  /** Waits until the card says that it cannot be shown. */
  failed(withinMs?: number): Promise<void>;
  /** Loads the home page again and waits for the card; one that failed is not tried again before that. */
  again(): Promise<OpenCard>;
}

export interface OpenOptions {
  /** Which published app; the lab itself unless said. */
  readonly app?: PublishedApp;
  /** Path and query inside the app. */
  readonly path?: string;
  readonly signedIn?: boolean;
  /** A tab of this browser context; one of the lane's own unless said. */
  readonly context?: BrowserContext;
  /** Called before the address is opened, to set traps. */
  readonly before?: (page: Page) => Promise<void>;
  /** False where the app is not expected to start. */
  readonly starts?: boolean;
}

export interface PublishedApp {
  readonly appId: string;
  readonly digest: string;
  readonly submissionId: string;
  readonly level: Level;
}

/** How a hostile partner's manifest differs from the lab's. */
export interface ManifestChange {
  readonly appId?: string;
  readonly version?: string;
  readonly name?: string;
  /** Sealed unless said. */
  readonly level?: Level;
  /** Names a card in the manifest. */
  readonly card?: boolean;
  /** Members of `portico`, each replaced as a whole. */
  readonly portico?: Readonly<Record<string, unknown>>;
}

export interface ApiAnswer {
  readonly status: number;
  /** The answer's JSON, `undefined` where there was none. */
  readonly body: unknown;
}

/** What a judge may do with the whole running product. */
export interface World {
  /** Of the labs it publishes. */
  readonly level: Level;
  readonly api: string;
  readonly origin: string;
  readonly browser: Browser;
  /** The one host that the lab's manifest declares. */
  readonly openHost: OpenHost;
  /** The partner's own server, behind the gateway. */
  readonly backend: PartnerBackend;
  /** Publishes the lab under another id when it is first asked for. */
  app(name: 'lab' | 'other' | 'doomed' | 'swapped' | 'greedy' | 'carded'): Promise<PublishedApp>;
  /** Address of the app's first page at its own host: the sealed frame page, or the way in to a site. */
  frameUrl(app: PublishedApp): Promise<string>;
  /** Publishes a changed lab, through review, until it is live. */
  publish(change: ManifestChange): Promise<PublishedApp>;
  /** Submits a changed lab with the partner's signature and returns the registry's answer, whatever it is. */
  submit(change: ManifestChange): Promise<ApiAnswer>;
  submission(id: string): Promise<{ state: string; findings: readonly { rule: string; severity: string }[] }>;
  revoke(what: { readonly appId: string }, reason: string): Promise<void>;
  /** A request signed by the partner's server. */
  asPartner(method: string, path: string, body?: unknown): Promise<ApiAnswer>;
  /** The partner's server exchanges a login code as this app. */
  exchange(appId: string, code: string): Promise<ApiAnswer>;
  /** Verifies `Portico-Identity` as the back end of this audience and app would; the refusal's code, or `accepted`. */
  acceptsIdentity(token: string, as: { audience: string; appId: string; at?: Date }): Promise<string>;
  /** A fresh browser context, closed after the attack. */
  context(options?: BrowserContextOptions & { readonly signedIn?: boolean }): Promise<BrowserContext>;
  /** A page of the container for a customer with a passkey on this device; the same for every attack that asks. */
  payer(): Promise<Page>;
  /** The books, read from the database: the sum of all entries and the breaches of the ledger's rules. */
  books(): Promise<{
    readonly sum: bigint | undefined;
    readonly entries: number;
    readonly violations: readonly unknown[];
  }>;
  /** A browser that writes down every look-up and connection it makes; `read` closes it. */
  networkLog(): Promise<{ readonly context: BrowserContext; read(): Promise<string> }>;
  /** A browser of its own for one attack, closed after it. */
  launch(args: readonly string[]): Promise<Browser>;
  /** Another copy of the product without its package scanner; returns its `submit` and `submission`. */
  withoutScanner(): Promise<Pick<World, 'submit' | 'submission'>>;
}

/** What the judge has at hand outside. */
export interface Bench extends OpenLab {
  /** What `guest` returned; `undefined` when it did not come to an end. */
  readonly report: JsonValue | undefined;
  readonly hits: readonly Hit[];
  readonly witness: Witness;
  readonly appId: string;
  readonly world: World;
  /** Opens an app in a tab of its own; the tab is closed after the attack. */
  open(options?: OpenOptions): Promise<OpenLab>;
  /** Opens the home page of a customer who used the app with the lab's card. */
  openCard(): Promise<OpenCard>;
}
