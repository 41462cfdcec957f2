/** Limits of one-time passwords; the pages say the same figures in words. Times in seconds. */
export const RESEND_SECONDS = 60;
export const LIFETIME_SECONDS = 300;
export const TRIES = 5;
export const A_DAY = 10;
