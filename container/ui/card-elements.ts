/** Every element of the card table. One chunk, loaded with the first card. */
import './card-amount.ts';
import './card-badge.ts';
import './card-button.ts';
import './card-countdown.ts';
import './card-image.ts';
import './card-progress.ts';
import './card-row.ts';
import './card-stack.ts';
import './card-text.ts';
