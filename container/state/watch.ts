/** Renders an element again whenever a store that the shell provides changes. */
import { type Context, ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from './store.ts';

export class Watch<S extends Store<unknown>> implements ReactiveController {
  private readonly consumer: ContextConsumer<Context<unknown, S>, ReactiveControllerHost & HTMLElement>;
  private readonly host: ReactiveControllerHost;
  private watched: S | undefined;
  private stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, context: Context<unknown, S>) {
    this.host = host;
    this.consumer = new ContextConsumer(host, { context, callback: (store) => this.follow(store) });
    host.addController(this);
  }

  /** The store; `undefined` until the element is connected under a provider. */
  get store(): S | undefined {
    return this.consumer.value;
  }

  get value(): S['value'] | undefined {
    return this.consumer.value?.value;
  }

  hostConnected(): void {
    if (this.consumer.value) this.follow(this.consumer.value);
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
    this.watched = undefined;
  }

  private follow(store: S): void {
    if (this.watched === store) return;
    this.stop?.();
    this.watched = store;
    this.stop = store.subscribe(() => this.host.requestUpdate());
    this.host.requestUpdate();
  }
}
