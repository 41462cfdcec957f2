/** What a method returns whose answer goes on: `value` is the result, `body` the bytes that follow it as chunks. */
export class Streamed<T = unknown> {
  readonly value: T;
  readonly body: ReadableStream<Uint8Array>;

  constructor(value: T, body: ReadableStream<Uint8Array>) {
    if (body.locked) throw new TypeError('the body of an answer is being read by somebody else');
    this.value = value;
    this.body = body;
  }
}
