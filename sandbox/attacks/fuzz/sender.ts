/** A window of another origin that says to a frame of the page above it whatever it is told, in its own name. */
export interface Errand {
  /** Which of the page's frames. */
  readonly frame: number;
  readonly word: unknown;
}

addEventListener('message', ({ source, data, ports }: MessageEvent<Errand>) => {
  if (source !== parent) return;
  const [reply, ...along] = ports;
  try {
    parent.frames[data.frame]?.postMessage(data.word, '*', along);
  } finally {
    reply?.postMessage('said');
  }
});
parent.postMessage({ sender: 'ready' }, '*');
