/** A mini-app that calls what the journey tells it to, when its button is tapped. */
import { PorticoCallError, portico } from '../../../../plugins/kit/sdk/index.ts';

type Call = (args: unknown) => Promise<unknown>;
interface Prepared {
  readonly method: string;
  readonly args: unknown;
}

declare global {
  interface Window {
    tryOut?: {
      /** What the next tap on the button calls. */
      prepare(method: string, args: unknown): void;
      /** At once, without a tap. */
      call(method: string, args: unknown): Promise<unknown>;
      /** What came of the last tap, or its code. */
      outcome(): Promise<unknown>;
      readonly heard: string[];
    };
  }
}

const isStreamed = (answer: unknown): answer is { readonly body: ReadableStream<Uint8Array<ArrayBuffer>> } =>
  (answer as { readonly body?: unknown } | null)?.body instanceof ReadableStream;

/** A stream's outcome has its body as text. */
const call = async (method: string, args: unknown): Promise<unknown> => {
  const [family = '', verb = ''] = method.split('.');
  const families = portico as unknown as Readonly<Record<string, Readonly<Record<string, Call>>>>;
  try {
    const answer = await families[family]?.[verb]?.(args);
    return isStreamed(answer) ? { ...answer, body: await new Response(answer.body).text() } : answer;
  } catch (error) {
    return error instanceof PorticoCallError ? { code: error.code } : { threw: String(error) };
  }
};

let prepared: Prepared | undefined;
let settle: (outcome: unknown) => void = () => undefined;
let outcome: Promise<unknown> = Promise.resolve(undefined);
const heard: string[] = [];

for (const event of ['refresh', 'hide', 'show', 'error'] as const) portico.on(event, () => heard.push(event));
portico.on('theme', ({ theme }) => heard.push(`theme ${theme}`));
portico.on('locale', ({ locale }) => heard.push(`locale ${locale}`));
portico.on('network', ({ online }) => heard.push(`network ${online}`));
portico.on('memory', ({ level }) => heard.push(`memory ${level}`));
document.querySelector('#go')?.addEventListener('click', () => {
  if (prepared) void call(prepared.method, prepared.args).then(settle);
});

window.tryOut = {
  prepare(method, args) {
    prepared = { method, args };
    outcome = new Promise((resolve) => {
      settle = resolve;
    });
    const what = document.querySelector('#what');
    if (what) what.textContent = method;
  },
  call,
  outcome: () => outcome,
  heard,
};
