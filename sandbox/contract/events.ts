/** Events cross the bridge by name and are never answered. */
import type { ValueOf } from './schema.ts';

const nothing = { type: 'null' } as const;

/** Host → app. The app listens with `portico.on(name, listener)`. */
export const hostEvents = {
  show: nothing,
  hide: nothing,
  /** The realm ends within a moment; save what must be kept. */
  close: nothing,
  theme: {
    type: 'object',
    properties: { theme: { enum: ['light', 'dark'] } },
    required: ['theme'],
    additionalProperties: false,
  },
  locale: {
    type: 'object',
    properties: { locale: { enum: ['zh-Hans', 'en'] } },
    required: ['locale'],
    additionalProperties: false,
  },
  network: {
    type: 'object',
    properties: { online: { type: 'boolean' } },
    required: ['online'],
    additionalProperties: false,
  },
  /** The customer pulled the bar down, or chose “Refresh”: load again and call `ui.pullToRefresh({state: 'done'})`. */
  refresh: nothing,
  /** The device is short of memory; let go of what can be had again. */
  memory: {
    type: 'object',
    properties: { level: { enum: ['low', 'critical'] } },
    required: ['level'],
    additionalProperties: false,
  },
  /** Something that the container does for the app in the background came to nothing. */
  error: {
    type: 'object',
    properties: { code: { type: 'string', maxLength: 64 }, message: { type: 'string', maxLength: 1_024 } },
    required: ['code', 'message'],
    additionalProperties: false,
  },
  /** Something about this order may have changed: ask your own server. Never proof of payment. */
  payment: {
    type: 'object',
    properties: {
      orderToken: { type: 'string', minLength: 1, maxLength: 2000 },
      hint: { enum: ['processing', 'cancelled', 'maybe_paid'] },
    },
    required: ['orderToken', 'hint'],
    additionalProperties: false,
  },
} as const;

/** Frame's loader → host. */
export const frameEvents = {
  /** The entry document is in place and its scripts have run. */
  ready: nothing,
  /** The entry document could not be started. */
  failed: nothing,
} as const;

export type HostEventName = keyof typeof hostEvents;
export type HostEventPayload<N extends HostEventName> = ValueOf<(typeof hostEvents)[N]>;
export type FrameEventName = keyof typeof frameEvents;
