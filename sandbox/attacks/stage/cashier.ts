/** What money attacks do in the payer's own page, at the registry's own routes, as the container would. */
import type { Page } from 'playwright-core';
import type { ApiAnswer, World } from '../bench.ts';

export interface Order {
  readonly orderId: string;
  readonly orderToken: string;
}

/** An order of the lab's partner for one yuan, made by its server. */
export async function newOrder(world: World, appId: string, amountMinor = '100'): Promise<Order> {
  const { status, body } = await world.asPartner('POST', '/api/v1/orders', {
    appId,
    outOrderNo: `attack-${crypto.randomUUID()}`,
    currency: 'CNY',
    amountMinor,
    title: 'Attack',
  });
  if (status !== 201) throw new TypeError(`no order: ${status} ${JSON.stringify(body)}`);
  return body as Order;
}

export async function orderState(world: World, { orderId }: Order): Promise<string> {
  const { body } = await world.asPartner('GET', `/api/v1/orders/${orderId}`);
  return String((body as { state?: unknown }).state);
}

/** Waits until the order has reached a final state, for 15 s at most. */
export async function settledState(world: World, order: Order): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const state = await orderState(world, order);
    if ((state !== 'CREATED' && state !== 'PAYING') || tries >= 75) return state;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A request of the customer's own page. */
export async function asCustomer(page: Page, path: string, body?: unknown): Promise<ApiAnswer> {
  return page.evaluate(
    async ([address, content]) => {
      const response = await fetch(address, {
        method: content === null ? 'GET' : 'POST',
        ...(content !== null && { headers: { 'content-type': 'application/json' }, body: content }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    [path, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

export interface Intent {
  readonly attemptId: string;
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials: readonly { readonly id: string }[];
}

export async function openIntent(page: Page, appId: string, { orderToken }: Order): Promise<ApiAnswer> {
  return asCustomer(page, '/api/v1/payments/intents', { appId, orderToken });
}

/** Signs with the passkey of this device; `challenge` may be any, which is what an attacker would try. */
export async function signWithPasskey(page: Page, intent: Intent, challenge = intent.challenge): Promise<unknown> {
  return page.evaluate(
    async (publicKey) => {
      const options = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey);
      const credential = await navigator.credentials.get({ publicKey: options });
      return (credential as PublicKeyCredential).toJSON() as unknown;
    },
    {
      challenge,
      rpId: intent.rpId,
      allowCredentials: intent.allowCredentials.map(({ id }) => ({ id, type: 'public-key' })),
      userVerification: 'required',
    },
  );
}

export async function confirmIntent(page: Page, { attemptId }: Intent, assertion: unknown): Promise<ApiAnswer> {
  return asCustomer(page, `/api/v1/payments/intents/${attemptId}/confirm`, { assertion });
}
