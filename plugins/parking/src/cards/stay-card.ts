/** What the home-page card shows of the view that the app kept: the paid window, or what a car owes. Pure. */
import type { CardElement, element } from '../../../kit/sdk/card.ts';
import type { PaymentView, QuoteView, StayAnswer } from '../../contract/api.ts';
import type { SavedView } from '../services/saved-view.ts';
import { clockFrom } from '../words/format.ts';
import type { Locale } from '../words/words.ts';
import { cardWords } from './words.ts';

interface Sheet {
  readonly now: number;
  readonly locale: Locale;
  readonly element: typeof element;
}

/** The car that matters most: one that may leave now, else the one that owes most. `undefined`: nothing to show. */
export function stayCard(view: SavedView | undefined, sheet: Sheet): CardElement | undefined {
  const stays = view?.stays ?? [];
  for (const { plate, leave } of stays) {
    if (leave !== null && (leave.leaveBy ?? 0) > sheet.now) return leaving(plate, leave, sheet);
  }
  const parked = stays
    .filter(({ stay, leave }) => stay !== null && leave?.state !== 'PAID')
    .sort((left, right) => (right.quote?.dueFen ?? 0) - (left.quote?.dueFen ?? 0))[0];
  return parked === undefined ? undefined : owing(parked, sheet);
}

function leaving(
  plate: string,
  { carPark, paidAt, leaveBy }: PaymentView,
  { now, locale, element }: Sheet,
): CardElement {
  const end = leaveBy ?? now;
  const whole = Math.max(1, end - (paidAt ?? now));
  const words = cardWords[locale];
  return element(
    'card-stack',
    {},
    element(
      'card-row',
      { align: 'spread' },
      element('card-badge', { text: words.paid, tone: 'accent' }),
      element('card-text', { text: `${plate} · ${carPark.name[locale]}`, tone: 'quiet', size: 'small' }),
    ),
    element(
      'card-row',
      { align: 'spread' },
      element('card-text', { text: words.leave }),
      element('card-countdown', { at: end, counts: 'down', label: words.left }),
    ),
    element('card-progress', { value: Math.min(1, Math.max(0, (end - now) / whole)), label: words.left }),
  );
}

function owing({ plate, at, stay, quote, pending }: StayAnswer, { now, locale, element }: Sheet): CardElement {
  const words = cardWords[locale];
  const card = element(
    'card-stack',
    {},
    element(
      'card-row',
      { align: 'spread' },
      element('card-text', { text: stay?.carPark.name[locale] ?? plate, size: 'large' }),
      element('card-badge', pending === null ? { text: words.parked } : { text: words.pending, tone: 'warning' }),
    ),
    element(
      'card-row',
      { gap: 'small' },
      element('card-text', { text: `${plate} · ${words.since}`, tone: 'quiet', size: 'small' }),
      element('card-countdown', { at: stay?.enteredAt ?? at, counts: 'up', label: words.since }),
    ),
  );
  if (quote !== null && pending === null) card.append(fee(quote, at, { now, locale, element }));
  return card;
}

function fee(quote: QuoteView, at: number, { now, locale, element }: Sheet): CardElement {
  const words = cardWords[locale];
  const asOf = words.asOf.replace('{time}', clockFrom(now, at, locale));
  if (quote.dueFen === 0) return element('card-text', { text: words.free, tone: 'accent' });
  return element(
    'card-row',
    { align: 'spread' },
    element(
      'card-stack',
      { gap: 'small' },
      element('card-amount', { minor: String(quote.dueFen), currency: 'CNY' }),
      element('card-text', { text: asOf, tone: 'quiet', size: 'small' }),
    ),
    element('card-button', { text: words.pay, opens: '/', tone: 'main' }),
  );
}
