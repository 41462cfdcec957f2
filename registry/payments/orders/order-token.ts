import type { OpenId } from '../../../sandbox/contract/index.ts';
import {
  type AppId,
  type OrderId,
  PorticoError,
  parseAppId,
  parseOpenId,
  parseOrderId,
} from '../../../sandbox/contract/index.ts';
import type { Context } from '../context.ts';

/** What an app may hold of an order. It carries no amount: what is paid is read from the registry, never from an app. */
export interface OrderToken {
  readonly orderId: OrderId;
  readonly appId: AppId;
  readonly openid: OpenId | undefined;
}

const TYPE = 'portico-order+jwt';
/** The token outlives its order by a day, because the app asks for the result with it. Paying ends with the order. */
const OUTLIVES_SECONDS = 86_400;

export function signOrderToken(
  { platform, identity }: Context,
  order: { id: string; appId: string; openid: string | null; expiresAt: Date },
): Promise<string> {
  const claims = {
    iss: platform.config.publicOrigin,
    orderId: order.id,
    appId: order.appId,
    ...(order.openid === null ? {} : { openid: order.openid }),
    exp: Math.floor(order.expiresAt.getTime() / 1000) + OUTLIVES_SECONDS,
    jti: platform.random.uuid(),
  };
  return identity.signingKeys.sign(claims, { typ: TYPE });
}

/**
 * Reads a token presented by `appId` (known from its port, not from what it says) for the customer `userId`. Algorithm,
 * key and type are checked against a closed table by `signingKeys`. Throws ERR_PAYMENT_TOKEN, always the same way.
 */
export async function readOrderToken(
  { platform, identity }: Context,
  token: string,
  presented: { appId: AppId; userId: Parameters<Context['identity']['openidFor']>[0] },
): Promise<OrderToken> {
  const claims = await identity.signingKeys.verify(token, { typ: TYPE });
  const orderId = parseOrderId(claims?.orderId);
  const appId = parseAppId(claims?.appId);
  if (orderId === undefined || claims?.iss !== platform.config.publicOrigin)
    throw new PorticoError('ERR_PAYMENT_TOKEN');
  if (appId === undefined || appId !== presented.appId) throw new PorticoError('ERR_PAYMENT_TOKEN');
  if (claims.openid === undefined) return { orderId, appId, openid: undefined };
  const openid = parseOpenId(claims.openid);
  if (openid === undefined || openid !== (await identity.openidFor(presented.userId, appId))) {
    throw new PorticoError('ERR_PAYMENT_TOKEN');
  }
  return { orderId, appId, openid };
}
