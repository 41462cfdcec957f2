import { html, type TemplateResult } from 'lit';
import { type ProblemKind, problemWords } from '../services/problem.ts';
import { icon } from './icons.ts';
import { emptyNote } from './notes.ts';
import type { View } from './view.ts';

/** Nothing old to show either: what stands in the way, and the way on. */
export function nothingLoaded({ say, model, state }: View, problem: ProblemKind): TemplateResult {
  if (problem === 'signed-out' || problem === 'not-granted') {
    return emptyNote({
      art: 'car',
      title: say('signInTitle'),
      text: problem === 'signed-out' ? say('signInText') : `${say('problemNotGranted')} ${say('signInText')}`,
      action: html`<button class="button" @click=${() => model.retry()}>${say('signIn')}</button>`,
    });
  }
  const offline = problem === 'offline' || !state.online;
  return emptyNote({
    art: offline ? 'cloudOff' : 'info',
    title: say('problemTitle'),
    text: offline ? say('offlineNothing') : say(problemWords[problem]),
    action: html`<button class="button soft" @click=${() => model.retry()}>
      ${icon('refresh', 1.25)}${say('retry')}
    </button>`,
  });
}
