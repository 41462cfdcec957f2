import { assert } from 'chai';
import { createEventsSource, type RegistryHint } from './events.ts';

/** The browser's own EventSource in all but the connection. */
class HeldSource extends EventTarget {
  readyState: number = EventSource.OPEN;
  closed = false;
  close(): void {
    this.closed = true;
  }
  tell(type: string, data?: string): void {
    this.dispatchEvent(data === undefined ? new Event(type) : new MessageEvent(type, { data }));
  }
}

describe('the stream of hints', () => {
  it('tells of connections, updates and revocations, and reads nothing that is not an app id', () => {
    const source = new HeldSource();
    const heard: RegistryHint[] = [];
    createEventsSource(() => source as unknown as EventSource, new EventTarget()).open((hint) => heard.push(hint));
    source.tell('open');
    source.tell('revoked', '{"appId":"com.example.tea"}');
    source.tell('updated', '{"appId":"<script>"}');
    source.tell('updated', 'not json');
    assert.deepEqual(heard, [
      { type: 'connected' },
      { type: 'revoked', appId: 'com.example.tea' },
      { type: 'updated', appId: undefined },
      { type: 'updated', appId: undefined },
    ] as RegistryHint[]);
  });

  it('connects again after a final refusal, until it is ended', async () => {
    const sources: HeldSource[] = [];
    const end = createEventsSource(() => {
      const source = new HeldSource();
      sources.push(source);
      return source as unknown as EventSource;
    }, new EventTarget()).open(() => undefined);
    const [first] = sources;
    if (first) first.readyState = EventSource.CLOSED;
    first?.tell('error');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    assert.equal(sources.length, 2);
    end();
    assert.isTrue(sources[1]?.closed);
  });

  it('holds no connection while the page is kept for Back, and asks anew when it is shown again', () => {
    const sources: HeldSource[] = [];
    const page = new EventTarget();
    const connect = () => {
      const source = new HeldSource();
      sources.push(source);
      return source as unknown as EventSource;
    };
    const end = createEventsSource(connect, page).open(() => undefined);
    page.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    assert.isTrue(sources[0]?.closed);
    page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    assert.equal(sources.length, 2);
    end();
    assert.isTrue(sources[1]?.closed);
    page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    assert.equal(sources.length, 2);
  });
});
