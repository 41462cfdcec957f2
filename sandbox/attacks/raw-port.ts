/** Speaks over the realm's port without the SDK, so that a case can say what no SDK would. */
export interface RawPort {
  /** Posts the message and waits for the answer to its id: the value, or the error's code; `silence` after 1 s. */
  ask(message: Readonly<Record<string, unknown>> & { readonly id: number }): Promise<unknown>;
  /** Everything the host has said so far, answers to pings left out. */
  heard(): readonly unknown[];
}

interface Answer {
  readonly type: string;
  readonly id: number;
  readonly code?: string;
  readonly value?: unknown;
}

export function speakRaw(port: MessagePort): RawPort {
  const heard: Answer[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  port.onmessage = ({ data }) => {
    for (const message of data?.type === 'batch' ? data.messages : [data]) {
      if (message?.type === 'ping') port.postMessage({ type: 'pong' });
      else {
        heard.push(message);
        if (message?.type === 'result' || message?.type === 'error') waiting.get(message.id)?.(message);
      }
    }
  };
  port.start();
  return {
    heard: () => heard,
    ask: (message) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve('silence'), 1000);
        waiting.set(message.id, (answer) => {
          clearTimeout(timer);
          resolve(answer.type === 'error' ? answer.code : answer.value);
        });
        port.postMessage({ type: 'call', ...message });
      }),
  };
}
