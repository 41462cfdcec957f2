/** What the container says to open a mini-app, and what it then holds. */
import type { Streamed } from '../bridge/index.ts';
import type {
  AppId,
  ArgsOf,
  CapabilityName,
  ErrorCode,
  HostEventName,
  HostEventPayload,
  JsonValue,
  MethodName,
  Quotas,
  ReleaseDigest,
  ResultOf,
  StreamingMethod,
} from '../contract/index.ts';
import type { PrewarmedFrame } from './prewarm-frame.ts';

export type RealmState =
  | { readonly phase: 'opening' }
  /** On screen and started. */
  | { readonly phase: 'ready' }
  /** Kept, but not on screen. */
  | { readonly phase: 'hidden' }
  /** Ended by the container: `reason` is what was passed to `close`. Final. */
  | { readonly phase: 'closed'; readonly reason: string }
  /** Ended because something was wrong; show an error page that offers to open it again. Final. */
  | { readonly phase: 'failed'; readonly code: ErrorCode };

/** Who is calling. It comes from the port the call arrived on, never from the message. */
export interface CallContext {
  readonly appId: AppId;
  readonly releaseDigest: ReleaseDigest;
  readonly method: MethodName;
  /** Aborts when the app gives up, the deadline passes or the realm ends. */
  readonly signal: AbortSignal;
  /** The call was made in answer to a tap inside the app. True for every method whose row asks for one. */
  readonly gesture: boolean;
}

type AnswerOf<M extends MethodName> = M extends StreamingMethod ? Streamed<ResultOf<M>> : ResultOf<M>;
/** One function for each row of the capability table. Throw `PorticoError`; anything else reaches the app as an internal error. */
export type CapabilityHandlers = {
  readonly [M in MethodName]: (args: ArgsOf<M>, call: CallContext) => AnswerOf<M> | Promise<AnswerOf<M>>;
};

/**
 * Asks the customer, or remembers that they agreed. Called only for methods whose row says `consent`, before the
 * gesture is used up and before the handler. `false` gives the app ERR_BRIDGE_NOT_GRANTED.
 */
export type ConsentGate = (
  capability: CapabilityName,
  call: CallContext,
  /** As the schema has read them: what exactly is asked for may depend on them. */
  args: JsonValue,
) => boolean | Promise<boolean>;

/** One call of a method whose row says `sensitive`, or an attempt to cheat, for the customer's activity log. */
export interface AuditLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly appId: AppId;
  readonly releaseDigest: ReleaseDigest;
  /** `bridge.handshake`: the app tried to greet the container a second time. */
  readonly method: MethodName | 'bridge.handshake';
  readonly outcome: 'ok' | ErrorCode;
  readonly durationMs: number;
}

export interface ReleaseToOpen {
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  /** Path of the HTML entry among `files`. */
  readonly entry: string;
  /** Names of the capabilities that the manifest declares. */
  readonly capabilities: readonly string[];
}

/** Package path (`assets/logo.png`) → verified bytes. The buffers are transferred into the frame and empty afterwards. */
export type RealmFiles = ReadonlyMap<string, { readonly bytes: ArrayBuffer; readonly type: string }>;

export interface OpenRealmOptions {
  /** An element of the container's own page, without a shadow root, for this realm only. */
  readonly mount: HTMLElement;
  /** `/.portico/<digest>/frame.html` on the app's own host. */
  readonly frameUrl: string;
  /** A frame that was started earlier for the same `mount` and `frameUrl`. */
  readonly prewarmed?: PrewarmedFrame;
  readonly release: ReleaseToOpen;
  /** Left out where the prewarmed frame has them already. */
  readonly files?: RealmFiles;
  readonly handlers: CapabilityHandlers;
  readonly consent: ConsentGate;
  /** Accessible name of the frame: the app's verified name. */
  readonly title: string;
  readonly quotas?: Partial<Quotas>;
  readonly audit?: (line: AuditLine) => void;
  /** Called after every change, never while `openRealm` itself runs. */
  readonly onState: (state: RealmState) => void;
}

export interface Realm {
  readonly state: RealmState;
  /** Accessible name of the frame. */
  title: string;
  show(): void;
  hide(): void;
  /** Tells the app of an event; dropped unless the realm is ready or hidden. */
  emit<N extends HostEventName>(name: N, payload: HostEventPayload<N>): void;
  /**
   * Ends the realm: port closed, frame removed, every call aborted. Harmless when it has ended already.
   * @param graceMs milliseconds during which the app, out of sight, may still save what it must (it hears `close`);
   *   0, the default, ends it at once, as a revocation must
   */
  close(reason: string, graceMs?: number): void;
}
