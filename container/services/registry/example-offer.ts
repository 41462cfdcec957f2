/** A complete offer for tests of the cashier. */
import type { AppId, AttemptId, OrderId } from '../../../sandbox/contract/index.ts';
import type { Offer } from './payments.ts';

export const exampleOffer: Offer = {
  attemptId: 'b3f1c2d4-5b6e-4f70-8a91-b2c3d4e5f608' as AttemptId,
  intent: {
    orderId: 'a3f1c2d4-5b6e-4f70-8a91-b2c3d4e5f607' as OrderId,
    orderVersion: 2,
    attemptId: 'b3f1c2d4-5b6e-4f70-8a91-b2c3d4e5f608' as AttemptId,
    appId: 'com.cityparking.app' as AppId,
    payeeId: 'cityparking',
    payeeName: '城市停车有限公司',
    currency: 'CNY',
    exponent: 2,
    amountMinor: '1500',
    fundingLines: [{ kind: 'account', label: '储蓄账户 0001', amountMinor: '1500' }],
    userId: 'c3f1c2d4-5b6e-4f70-8a91-b2c3d4e5f609',
    nonce: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    expiresAt: '2026-03-04T06:12:00.000Z',
  },
  challenge: 'k-wQ7ZiKhWKWJrvYYGhENtuBFNNKYo-5QXmZicbbnwQ',
  title: '临时停车费',
  items: [{ name: '停车', quantity: 1, amountMinor: '1500' }],
  rpId: 'bank.portico.localhost',
  allowCredentials: [],
  expiresAt: new Date('2026-03-04T06:12:00.000Z'),
};
