/**
 * The frame page's loader in a real browser: whatever is said to it, by whom and in which order, nothing runs before the
 * right hand-over, nothing of another one ever does, and the port of the right one hears how it went; also where the app's
 * files come ahead.
 */
import { type LoaderStep, loaderCases, type WordSketch } from './loader-cases.ts';
import { openSpeakers, type Speakers } from './loader-speakers.ts';
import { type LoaderWord, wordOf } from './loader-words.ts';
import { Breach } from './oracle/judge.ts';
import { LoaderModel } from './oracle/loader-model.ts';
import { search } from './search.ts';
import type { FuzzOptions, FuzzResult, Tally } from './tally.ts';

export interface LoaderPage {
  readonly frameUrl: string;
  /** Address of the page with `sender.ts`, of another origin. */
  readonly senderUrl: string;
  /** Origin of a witness that must hear nothing. */
  readonly evil: string;
}

/** How long the loader may take to say how it went, and how long nothing else may happen afterwards or meanwhile, in ms. */
const PATIENCE_MS = 4_000;
const PAUSE_MS = 30;

export async function fuzzLoader(page: LoaderPage, options: FuzzOptions): Promise<FuzzResult> {
  const speakers = await openSpeakers(page.senderUrl);
  const marks: Marks = { told: 0, due: new Set() };
  try {
    return await search(loaderCases, (steps, tally) => attempt({ page, speakers, marks }, steps, tally), options);
  } finally {
    speakers.close();
  }
}

/** A page's message may come when its case is over: no two words of a run have the same mark. */
interface Marks {
  told: number;
  /** Of the words whose code may have run. */
  readonly due: Set<unknown>;
}
interface Scene {
  readonly page: LoaderPage;
  readonly speakers: Speakers;
  readonly marks: Marks;
}

/** The right word that ends every case which has not come to an end. */
const last: WordSketch = {
  way: { onPort: true },
  word: 'open',
  nonce: 'right',
  ports: 1,
  card: false,
  entry: '',
  files: [],
};

async function attempt({ page, speakers, marks }: Scene, steps: readonly LoaderStep[], tally: Tally) {
  const secret = crypto.randomUUID();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-forms');
  const seen = watch(frame, marks);
  const model = new LoaderModel(secret);
  const words: LoaderWord[] = [];
  const say = async (sketch: WordSketch): Promise<void> => {
    marks.told += 1;
    const word = wordOf(sketch, { mark: marks.told, secret, evil: page.evil });
    const { way } = sketch;
    if (word === undefined) {
      tally.cameTo('cannot be sent');
      return;
    }
    tally.told(word.kind);
    words.push(word);
    model.hear(word);
    if ('by' in way) await speakers.say(way.by, frame, word.data, word.along);
    else seen.port()?.postMessage(word.data, [...word.along]);
  };
  try {
    frame.src = `${page.frameUrl}#${secret}`;
    document.body.append(frame);
    await within(seen.greeted, 'the loader never greeted');
    if (seen.hello() !== secret) throw new Breach('the loader greeted with another secret');
    if (seen.port() === undefined) throw new Breach('the loader greeted without a port');
    for (const step of steps) {
      if (step === 'pause') {
        await pause();
        if (model.start === undefined) seen.assertQuiet();
      } else {
        await say(step);
      }
    }
    if (!model.isOver) await say(last);
    const { start, runs } = model;
    if (runs !== undefined) marks.due.add(runs.mark);
    if (start !== undefined) tally.cameTo(await within(start.outcome, `word ${start.mark} was right, and no answer`));
    await pause();
    if (start === undefined) tally.cameTo('never to start');
    else if (model.fill !== undefined) tally.cameTo('started what was filled');
    tally.cameTo('ignored', words.length - 1);
    const stray = words.find((word) => word !== start && word.heard.length > 0);
    if (stray !== undefined) throw new Breach(`word ${stray.mark}, which was not to start the app, was answered`);
    const said = seen.said();
    if (said.length > (start === undefined ? 0 : 1) || said.some((word) => word !== null))
      throw new Breach(`on its port the loader said ${JSON.stringify(said)}`);
    if (start !== undefined && start.heard.length > 1) throw new Breach(`it went ${start.heard.join(', then ')}`);
    seen.assertQuiet();
    if (seen.hasRun()) tally.cameTo('code ran');
  } finally {
    frame.remove();
    seen.stop();
  }
}

const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

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
function watch(frame: HTMLIFrameElement, { due }: Marks) {
  const ran: unknown[] = [];
  const hellos: unknown[] = [];
  const said: unknown[] = [];
  let port: MessagePort | undefined;
  let loads = 0;
  let greet: (() => void) | undefined;
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });
  const onMessage = ({
    source,
    data,
    ports,
  }: MessageEvent<{ ran?: unknown; portico?: unknown; nonce?: unknown } | null>) => {
    if (data?.ran !== undefined) ran.push(data.ran);
    else if (source === frame.contentWindow && data?.portico === 'loader') {
      hellos.push(data.nonce);
      [port] = ports;
      if (port !== undefined) port.onmessage = ({ data: word }) => said.push(word);
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
    /** What travels with the greeting. */
    port: () => port,
    /** What the loader said there. */
    said: (): readonly unknown[] => said,
    hasRun: () => ran.length > 0,
    assertQuiet(): void {
      const wrong = ran.find((mark) => !due.has(mark));
      if (wrong !== undefined) throw new Breach(`code of word ${String(wrong)} ran, which was not to`);
      if (hellos.length !== 1) throw new Breach(`the loader greeted ${hellos.length} times`);
      if (loads > 1) throw new Breach(`the frame loaded ${loads} documents`);
    },
    stop(): void {
      removeEventListener('message', onMessage);
    },
  };
}
