/**
 * The frame page's loader in a real browser: whatever is said to it, by whom and in which order, nothing runs before the
 * right hand-over, nothing of another one ever does, and the port of the right one hears how it went.
 */
import { type HandOverSketch, loaderCases } from './loader-cases.ts';
import { openSpeakers, type Speakers } from './loader-speakers.ts';
import { handOverOf, type LoaderWord } from './loader-words.ts';
import { Breach } from './oracle/judge.ts';
import { search } from './search.ts';
import type { FuzzOptions, FuzzResult, Tally } from './tally.ts';

export interface LoaderPage {
  readonly frameUrl: string;
  /** Address of the page with `sender.ts`, of another origin. */
  readonly senderUrl: string;
  /** Origin of a witness that must hear nothing. */
  readonly evil: string;
}

/** How long the loader may take to say how it went, and how long afterwards nothing else may happen, in ms. */
const PATIENCE_MS = 4_000;
const AFTERMATH_MS = 30;

export async function fuzzLoader(page: LoaderPage, options: FuzzOptions): Promise<FuzzResult> {
  const speakers = await openSpeakers(page.senderUrl);
  try {
    return await search(loaderCases, (sketches, tally) => attempt(page, speakers, sketches, tally), options);
  } finally {
    speakers.close();
  }
}

/** The right hand-over that ends every case which has had none. */
const last: HandOverSketch = { by: 'container', nonce: 'right', ports: 1, card: false, entry: '', files: [] };

async function attempt(page: LoaderPage, speakers: Speakers, sketches: readonly HandOverSketch[], tally: Tally) {
  const secret = crypto.randomUUID();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-forms');
  const seen = watch(frame);
  try {
    frame.src = `${page.frameUrl}#${secret}`;
    document.body.append(frame);
    await within(seen.greeted, 'the loader never greeted');
    if (seen.hello() !== secret) throw new Breach('the loader greeted with another secret');
    const words: LoaderWord[] = [];
    for (const [mark, sketch] of [...sketches, last].entries()) {
      const word = handOverOf(sketch, { mark, secret, evil: page.evil });
      if (word === undefined) tally.cameTo('cannot be sent');
      else {
        tally.told(word.kind);
        words.push(word);
        await speakers.say(sketch.by, frame, word.data, word.along);
      }
    }
    const winner = words.find(({ isRight }) => isRight);
    if (winner === undefined) throw new Breach('the fuzzer itself never said the right word');
    const outcome = await within(winner.outcome, `hand-over ${winner.mark} was right and nothing came of it`);
    await new Promise((resolve) => setTimeout(resolve, AFTERMATH_MS));
    tally.cameTo(outcome);
    tally.cameTo('ignored', words.length - 1);
    const stray = words.find((word) => word !== winner && word.heard.length > 0);
    if (stray !== undefined) throw new Breach(`hand-over ${stray.mark}, which was not the one, was answered`);
    if (winner.heard.length > 1) throw new Breach(`it went ${winner.heard.join(', then ')}`);
    seen.assertQuiet(winner.mark);
  } finally {
    frame.remove();
    seen.stop();
  }
}

async function within<T>(awaited: Promise<T>, otherwise: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Breach(otherwise)), PATIENCE_MS);
  });
  try {
    return await Promise.race([awaited, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the frame does that the page can see. */
function watch(frame: HTMLIFrameElement) {
  const ran: unknown[] = [];
  const hellos: unknown[] = [];
  let loads = 0;
  let greet: (() => void) | undefined;
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });
  const onMessage = ({ source, data }: MessageEvent<{ ran?: unknown; portico?: unknown; nonce?: unknown } | null>) => {
    if (data?.ran !== undefined) ran.push(data.ran);
    else if (source === frame.contentWindow && data?.portico === 'loader') {
      hellos.push(data.nonce);
      greet?.();
    }
  };
  const onLoad = (): void => {
    loads += 1;
  };
  addEventListener('message', onMessage);
  frame.addEventListener('load', onLoad);
  return {
    greeted,
    hello: () => hellos[0],
    assertQuiet(winner: number): void {
      const wrong = ran.find((mark) => mark !== winner);
      if (wrong !== undefined) throw new Breach(`code of hand-over ${String(wrong)} ran, ${winner} was the one`);
      if (hellos.length !== 1) throw new Breach(`the loader greeted ${hellos.length} times`);
      if (loads > 1) throw new Breach(`the frame loaded ${loads} documents`);
    },
    stop(): void {
      removeEventListener('message', onMessage);
    },
  };
}
