import { RESEND_SECONDS } from '../limits.ts';

/**
 * The countdown runs in the style sheet, because these pages have no script: a registered integer property is animated
 * from 60 to 0 and shown by a counter; the button appears when it ends. `waited-<n>` starts it n seconds in. A
 * browser without @property shows the number standing still; the button comes all the same.
 * The colours are the container's (container/styles/tokens.css), so that going to sign in does not look like leaving.
 */
const starts = Array.from(
  { length: RESEND_SECONDS + 1 },
  (_, waited) => `.waited-${waited} > * { animation-delay: -${waited}s }`,
).join('\n');

export const STYLE = `
@property --left { syntax: '<integer>'; inherits: false; initial-value: 0 }
:root {
  color-scheme: light dark;
  --ink: #14201d; --quiet: #46524e; --page: #f4f2ec; --card: #ffffff; --line: #8a938e;
  --accent: #0b5c4d; --on-accent: #ffffff; --bad: #ab241c; --bad-ground: #fbeae7;
  font: 100%/1.6 system-ui, -apple-system, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #eef2f0; --quiet: #b9c4bf; --page: #0e1312; --card: #171e1c; --line: #6d7974;
    --accent: #7ad8c1; --on-accent: #04231c; --bad: #f2958c; --bad-ground: #361b18;
  }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100dvh; background: var(--page); color: var(--ink); overflow-wrap: anywhere }
main { max-width: 28rem; margin-inline: auto; padding: max(1.5rem, env(safe-area-inset-top)) 1.25rem 2rem }
.bank { display: flex; align-items: center; gap: .6rem; margin: 0 0 1.75rem; font-weight: 600 }
.bank::before { content: ''; width: 1.6rem; height: 1.6rem; border-radius: .5rem; background: var(--accent) }
.card { background: var(--card); border-radius: 1.25rem; padding: 1.5rem 1.25rem; box-shadow: 0 1px 3px #0000001f }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .4rem }
p { margin: 0 0 1.1rem }
.quiet { color: var(--quiet) }
label { display: block; font-weight: 600; margin-bottom: .35rem }
.hint { display: block; font-weight: 400; font-size: .875rem; color: var(--quiet) }
input {
  width: 100%; min-height: 3.25rem; padding: .5rem .9rem; font: inherit; font-size: 1.25rem; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: .8rem; font-variant-numeric: tabular-nums;
}
.code { letter-spacing: .35em }
input[aria-invalid] { border: 2px solid var(--bad) }
button, .button {
  display: block; width: 100%; min-height: 3.25rem; padding: .6rem 1rem; margin-top: 1.1rem; font: inherit;
  font-weight: 600; text-align: center; text-decoration: none; color: var(--on-accent); background: var(--accent);
  border: 0; border-radius: .8rem; cursor: pointer;
}
button.plain, .plain { background: transparent; color: var(--accent); text-decoration: underline; margin-top: .35rem; min-height: 2.75rem }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
.error { color: var(--bad); background: var(--bad-ground); border-radius: .8rem; padding: .7rem .9rem; font-weight: 600 }
.resend { position: relative; min-height: 3.1rem; text-align: center; margin-top: .6rem }
.resend .countdown { position: absolute; inset: .7rem 0 auto; color: var(--quiet); animation: countdown ${RESEND_SECONDS}s linear both }
.resend button { animation: appear ${RESEND_SECONDS}s step-end both }
.countdown { counter-reset: left var(--left) }
.countdown::before { content: counter(left) }
@keyframes countdown { from { --left: ${RESEND_SECONDS}; visibility: visible } 99.99% { visibility: visible } to { --left: 0; visibility: hidden } }
@keyframes appear { from { visibility: hidden } to { visibility: visible } }
${starts}
.foot { margin-top: 1.25rem; font-size: .875rem; color: var(--quiet); text-align: center }
`;
