import type { ErrorTable } from './entry.ts';

/** Errors of orders, intents and the ledger. Partners see the first group, the customer's container the others. */
export const paymentErrors = {
  ERR_PAYMENT_AMOUNT: {
    status: 400,
    says: 'The amount is not a positive whole number of the currency’s smallest unit.',
    fix: 'Send the amount as a string of digits in minor units, e.g. "1500" for CNY 15.00, without sign, point, exponent or leading zero.',
  },
  ERR_PAYMENT_CURRENCY: {
    status: 400,
    says: 'The currency is not one that is settled here, or its exponent is wrong.',
    fix: 'Use a currency of the payments reference, and leave the exponent out: it follows from the currency.',
  },
  ERR_PAYMENT_ITEMS: {
    status: 400,
    says: 'The items do not add up to the order’s amount.',
    fix: 'Let amountMinor of each item be what that line costs in all, and their sum the order’s amountMinor.',
  },
  ERR_PAYMENT_TEXT: {
    status: 400,
    says: 'A text of the order could mislead the customer.',
    fix: 'Write each word in one script, without invisible or direction-changing characters.',
  },
  ERR_PAYMENT_OPENID: {
    status: 400,
    says: 'The openid does not belong to a customer of this mini-app.',
    fix: 'Use the openid that POST /api/v1/identity/token returned for this app, or leave it out.',
  },
  ERR_PAYMENT_APP_REVOKED: {
    status: 403,
    says: 'The bank has revoked this mini-app, so it takes no payments.',
    fix: 'Orders that were paid can still be asked about; talk to the bank about the revocation.',
  },
  ERR_PAYMENT_NOT_YOUR_APP: {
    status: 403,
    says: 'The mini-app belongs to another partner.',
    fix: 'Create orders for your own mini-apps with your own key.',
  },
  ERR_PAYMENT_ORDER_CONFLICT: {
    status: 409,
    says: 'An order with this number exists with other contents.',
    fix: 'Repeat the exact request to get the same order, or choose a new outOrderNo.',
  },
  ERR_PAYMENT_ORDER_NOT_FOUND: {
    status: 404,
    says: 'There is no such order.',
    fix: 'Check the order’s id.',
  },
  ERR_PAYMENT_ORDER_CLOSED: {
    status: 409,
    says: 'The order is closed and can no longer be paid.',
    fix: 'Go back to the mini-app and order again.',
  },
  ERR_PAYMENT_ORDER_PAID: {
    status: 409,
    says: 'The order is already paid.',
    fix: 'Look at the receipt in your orders.',
  },
  ERR_PAYMENT_ORDER_BUSY: {
    status: 409,
    says: 'A payment of this order is under way and its result is not known yet.',
    fix: 'Wait for the result; do not pay again.',
  },
  ERR_PAYMENT_TOKEN: {
    status: 403,
    says: 'The order token is not valid here.',
    fix: 'Pass the orderToken of POST /api/v1/orders unchanged, in the mini-app and for the customer it was made for.',
  },
  ERR_PAYMENT_INTENT_NOT_FOUND: {
    status: 404,
    says: 'There is no such payment.',
    fix: 'Open the cashier again from the mini-app.',
  },
  ERR_PAYMENT_INTENT_USED: {
    status: 409,
    says: 'This payment has been decided already.',
    fix: 'Ask for its result; to pay again, open the cashier again.',
  },
  ERR_PAYMENT_INTENT_EXPIRED: {
    status: 410,
    says: 'The time to confirm this payment is over; nothing was paid.',
    fix: 'Open the cashier again from the mini-app.',
  },
  ERR_PAYMENT_LIMIT: {
    status: 403,
    says: 'The amount is above a limit; nothing was paid.',
    fix: 'Pay a smaller amount, wait until the limit renews, or raise the limit in settings.',
  },
  ERR_PAYMENT_FUNDS: {
    status: 402,
    says: 'The account does not hold enough; nothing was paid.',
    fix: 'Add money to the account or choose another one.',
  },
  ERR_PAYMENT_NO_ACCOUNT: {
    status: 409,
    says: 'There is no account to pay from.',
    fix: 'Open or link an account in this currency in the bank’s app.',
  },
  ERR_PAYMENT_DECLINED: {
    status: 402,
    says: 'The bank declined the payment; nothing was paid.',
    fix: 'Try again or choose another account.',
  },
  ERR_PAYMENT_LEDGER: {
    status: 500,
    says: 'The ledger refused an entry, so nothing was booked.',
    fix: 'Report the time and the order’s id; the operators see the reason in the log.',
  },
  ERR_PAYMENT_CHANNEL_DEMO_ONLY: {
    status: 500,
    says: 'The simulated payment channel runs only where every public origin is *.localhost.',
    fix: 'Configure the bank’s own channel adapter.',
  },
} as const satisfies ErrorTable;
