import type { Portico } from '../../../kit/sdk/index.ts';
import type { QuoteView, StayAnswer } from '../../contract/api.ts';
import type { Backend } from '../services/backend.ts';
import { codeOf, ParkingProblem, problemOf, problemWords } from '../services/problem.ts';
import type { SavedView, SavedViewStore } from '../services/saved-view.ts';
import { confirmPayment } from './confirm.ts';
import { currentStay, initialState, type Loaded, type ParkingState, type Sheet, type Tab, unloaded } from './state.ts';

export interface ModelParts {
  readonly portico: Pick<Portico, 'payment' | 'on'> & {
    readonly app: Pick<Portico['app'], 'info' | 'launchOptions' | 'close' | 'setTitle'>;
  };
  readonly backend: Backend;
  readonly saved: SavedViewStore;
  readonly now: () => number;
  /** Whether a tap is recent enough to open the cashier with. */
  readonly gestureAlive: () => boolean;
  readonly pause?: (ms: number) => Promise<void>;
}

/** Errors that mean the cashier never opened, so that nothing can have been paid. */
const NEVER_OPENED = ['ERR_BRIDGE_NEEDS_GESTURE', 'ERR_BRIDGE_NOT_DECLARED', 'ERR_BRIDGE_NOT_GRANTED'];
/** Dispatched on the model after every change of `state`. */
export const CHANGED = 'changed';

/** All that the app knows and does. Screens render `state` and call the methods; nothing else changes it. */
export class ParkingModel extends EventTarget {
  state: ParkingState = initialState;
  readonly #parts: ModelParts;
  readonly #pause: (ms: number) => Promise<void>;
  #refreshing: Promise<void> | undefined;

  constructor(parts: ModelParts) {
    super();
    this.#parts = parts;
    this.#pause = parts.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /** What the server's clock shows, as well as this phone can tell. */
  get now(): number {
    return this.#parts.now() + this.state.clockOffset;
  }

  async start(): Promise<void> {
    const { portico, saved } = this.#parts;
    this.#listen();
    const [info, launch, view] = await Promise.all([
      portico.app.info(),
      portico.app.launchOptions(),
      // Storage may be blocked or damaged; the app then starts as on its first day.
      saved.read().catch(() => undefined),
    ]);
    if (view) this.#restore(view);
    this.#set({ started: true, locale: info.locale === 'en' ? 'en' : 'zh', theme: info.theme });
    await this.refresh();
    const unsettled = view?.confirming ?? undefined;
    // Reopened after the cashier, or left before the result was known: ask for it, never pay again on its own.
    if (unsettled !== undefined) await this.#confirm(unsettled);
    else if (launch.resume?.hint === 'cancelled') this.#set({ notice: 'payCancelled' });
  }

  #listen(): void {
    const { portico } = this.#parts;
    portico.on('theme', ({ theme }) => this.#set({ theme }));
    portico.on('locale', ({ locale }) => this.#set({ locale: locale === 'en' ? 'en' : 'zh' }));
    portico.on('network', ({ online }) => {
      const wasOffline = !this.state.online;
      this.#set({ online });
      if (online && wasOffline) void this.refresh();
    });
    portico.on('show', () => void this.refresh());
    portico.on('payment', () => {
      if (this.state.paying.step !== 'cashier') void this.refresh();
    });
  }

  openTab(tab: Tab): void {
    this.#set({ tab, notice: undefined });
    if (tab === 'car-parks') void this.loadCarParks();
    if (tab === 'history') void this.loadHistory();
  }

  openSheet(sheet: Sheet): void {
    this.#set({ sheet, plateProblem: undefined });
  }

  select(plate: string): void {
    if (plate === this.state.selected) return;
    this.#set({ selected: plate, notice: undefined, paying: this.#idleUnlessConfirming() });
    void this.loadStay(plate);
  }

  /** Everything on the first page again. Asked for while it is under way, it is not begun a second time. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refreshNow().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refreshNow(): Promise<void> {
    await this.#load(
      (plates) => this.#set({ plates }),
      () => this.state.plates,
      () => this.#parts.backend.plates(),
    );
    const known = this.state.plates.value?.plates.map(({ plate }) => plate) ?? [];
    const selected = known.find((plate) => plate === this.state.selected) ?? known[0];
    this.#set({ selected });
    if (selected !== undefined && this.state.plates.problem === undefined) await this.loadStay(selected);
    this.#save();
  }

  /** The page on screen again. */
  retry(): Promise<void> {
    const { tab } = this.state;
    return tab === 'stay' ? this.refresh() : tab === 'history' ? this.loadHistory() : this.loadCarParks();
  }

  async loadStay(plate: string): Promise<void> {
    await this.#load<StayAnswer>(
      (stay) => this.#set({ stays: { ...this.state.stays, [plate]: stay } }),
      () => this.state.stays[plate] ?? unloaded,
      () => this.#parts.backend.stay(plate),
    );
    const { value, problem } = this.state.stays[plate] ?? unloaded;
    if (value && problem === undefined) this.#set({ clockOffset: value.at - this.#parts.now() });
    this.#save();
    const { paying } = this.state;
    if (paying.step === 'ready' && paying.quoteId !== value?.quote?.quoteId) this.#set({ paying: { step: 'idle' } });
    if (value?.pending && this.state.paying.step === 'idle' && plate === this.state.selected && problem === undefined) {
      void this.#confirm(value.pending.outOrderNo);
    }
  }

  async loadCarParks(): Promise<void> {
    await this.#load(
      (carParks) => this.#set({ carParks }),
      () => this.state.carParks,
      () => this.#parts.backend.carParks(),
    );
    this.#save();
  }

  async loadHistory(): Promise<void> {
    await this.#load(
      (history) => this.#set({ history }),
      () => this.state.history,
      () => this.#parts.backend.history(),
    );
    this.#save();
  }

  /** Returns whether the plate was bound; if not, `plateProblem` says why. */
  async addPlate(plate: string): Promise<boolean> {
    this.#set({ addingPlate: true, plateProblem: undefined });
    try {
      const value = await this.#parts.backend.addPlate(plate);
      this.#set({
        plates: { value, loading: false, problem: undefined },
        selected: plate,
        sheet: 'none',
        addingPlate: false,
      });
      await this.loadStay(plate);
      return true;
    } catch (error) {
      this.#set({ plateProblem: problemOf(error), addingPlate: false });
      return false;
    }
  }

  async removePlate(plate: string): Promise<void> {
    try {
      const value = await this.#parts.backend.removePlate(plate);
      const { [plate]: _, ...stays } = this.state.stays;
      this.#set({ plates: { value, loading: false, problem: undefined }, stays, plateProblem: undefined });
      if (this.state.selected === plate) await this.refresh();
      this.#save();
    } catch (error) {
      this.#set({ plateProblem: problemOf(error) });
    }
  }

  /**
   * Pays what is due for the car on screen. Must be called from a click: where the order is ready already, the
   * cashier is asked for before anything is awaited, so that the click still counts.
   */
  async pay(): Promise<void> {
    const { paying, online, locale } = this.state;
    const { value } = currentStay(this.state);
    if (!online || !value?.stay || !value.quote) return;
    if (paying.step === 'ready') return this.#openCashier(paying.outOrderNo, paying.orderToken, value.quote);
    if (paying.step !== 'idle') return;

    this.#set({ paying: { step: 'preparing' }, notice: undefined });
    try {
      const order = await this.#parts.backend.createOrder(value.stay.stayId, value.quote.quoteId, locale);
      if (order.state !== 'CREATED' || order.orderToken === null) return this.#confirm(order.outOrderNo);
      const { outOrderNo, orderToken } = order;
      if (this.#parts.gestureAlive()) return await this.#openCashier(outOrderNo, orderToken, value.quote);
      this.#set({ paying: { step: 'ready', outOrderNo, orderToken, quoteId: value.quote.quoteId } });
    } catch (error) {
      const kind = problemOf(error);
      this.#set({ paying: { step: 'idle' }, notice: problemWords[kind] });
      await this.loadStay(value.plate);
    }
  }

  async checkAgain(): Promise<void> {
    if (this.state.paying.step === 'confirming') await this.#confirm(this.state.paying.outOrderNo);
  }

  dismissNotice(): void {
    this.#set({ notice: undefined });
  }

  async #openCashier(outOrderNo: string, orderToken: string, quote: QuoteView): Promise<void> {
    const asked = this.#parts.portico.payment.request({ orderToken });
    this.#set({ paying: { step: 'cashier' }, notice: undefined });
    this.#save(outOrderNo);
    try {
      const { hint } = await asked;
      if (hint !== 'cancelled') return await this.#confirm(outOrderNo);
      this.#set({ paying: { step: 'idle' }, notice: 'payCancelled' });
      if (this.state.selected !== undefined) await this.loadStay(this.state.selected);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ERR_BRIDGE_NEEDS_GESTURE') {
        this.#set({ paying: { step: 'ready', outOrderNo, orderToken, quoteId: quote.quoteId } });
      } else if (NEVER_OPENED.includes(code)) {
        this.#set({ paying: { step: 'idle' }, notice: problemWords[problemOf(error)] });
        this.#save();
      } else {
        // The cashier broke off, and money may have moved: only the server can tell.
        await this.#confirm(outOrderNo);
      }
    }
  }

  async #confirm(outOrderNo: string): Promise<void> {
    this.#set({ paying: { step: 'confirming', outOrderNo, slow: false }, notice: undefined, tab: 'stay' });
    this.#save(outOrderNo);
    const outcome = await confirmPayment(() => this.#parts.backend.payment(outOrderNo), this.#pause);
    if (outcome === 'slow') {
      this.#set({ paying: { step: 'confirming', outOrderNo, slow: true } });
      return;
    }
    if (this.state.selected !== undefined) await this.loadStay(this.state.selected);
    const notice = outcome === 'paid' ? undefined : outcome === 'expired' ? 'payExpired' : 'payNotTaken';
    this.#set({ paying: { step: 'idle' }, notice });
    this.#save();
  }

  #idleUnlessConfirming() {
    return this.state.paying.step === 'confirming' ? this.state.paying : ({ step: 'idle' } as const);
  }

  /** Keeps the old value on screen while the new one is fetched, and after a failure. */
  async #load<T>(put: (next: Loaded<T>) => void, current: () => Loaded<T>, fetch: () => Promise<T>): Promise<void> {
    put({ ...current(), loading: true });
    try {
      put({ value: await fetch(), loading: false, problem: undefined });
      this.#set({ online: true });
    } catch (error) {
      const problem = error instanceof ParkingProblem ? error.kind : 'unexpected';
      put({ value: current().value, loading: false, problem });
      if (problem === 'offline') this.#set({ online: false });
    }
  }

  #restore(view: SavedView): void {
    const stays = Object.fromEntries(view.stays.map((stay) => [stay.plate, { ...unloaded, value: stay }]));
    this.#set({
      plates: { ...unloaded, value: view.plates },
      selected: view.selected ?? undefined,
      stays,
      carParks: { ...unloaded, value: view.carParks ?? undefined },
      history: { ...unloaded, value: view.history ?? undefined },
    });
  }

  #save(confirming?: string): void {
    const { plates, selected, stays, carParks, history, paying } = this.state;
    if (plates.value === undefined) return;
    const view: SavedView = {
      savedAt: this.#parts.now(),
      plates: plates.value,
      selected: selected ?? null,
      stays: Object.values(stays).flatMap(({ value }) => value ?? []),
      carParks: carParks.value ?? null,
      history: history.value ?? null,
      confirming: confirming ?? (paying.step === 'confirming' ? paying.outOrderNo : null),
    };
    // Saving is a convenience: a full or blocked store must not stop anyone from paying.
    this.#parts.saved.write(view).catch((error: unknown) => console.warn('the view was not saved', codeOf(error)));
  }

  #set(change: Partial<ParkingState>): void {
    this.state = { ...this.state, ...change };
    this.dispatchEvent(new Event(CHANGED));
  }
}
