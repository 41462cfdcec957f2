import { assert } from 'chai';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { createRequest } from './http.ts';
import { exactly, list, moment, record, text } from './shape.ts';

const answering =
  (body: string, status = 200): typeof fetch =>
  async () =>
    new Response(body, { status });
async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof PorticoError ? error.code : String(error)),
  );
}
const get = { path: '/x', read: record({ name: text }) };

describe('a request to the registry', () => {
  it('believes an answer only after reading it', async () => {
    assert.deepEqual(await createRequest(answering('{"name":"tea","more":1}'))(get), { name: 'tea' });
    for (const body of ['{"name":1}', '[]', 'null', '<html>']) {
      assert.equal(await codeOf(createRequest(answering(body))(get)), 'ERR_CONTAINER_BAD_ANSWER', body);
    }
  });

  it('turns problem+json into its code, and keeps the members beside it', async () => {
    const problem = JSON.stringify({ code: 'ERR_PAYMENT_FUNDS', detail: 'Too little.', challenge: 'abc' });
    try {
      await createRequest(answering(problem, 402))(get);
      assert.fail('it was answered');
    } catch (error) {
      assert.instanceOf(error, PorticoError);
      assert.equal((error as PorticoError).code, 'ERR_PAYMENT_FUNDS');
      assert.equal((error as PorticoError).data?.challenge, 'abc');
    }
  });

  it('does not take a code that is not in the catalogue', async () => {
    const invented = JSON.stringify({ code: 'ERR_INVENTED' });
    assert.equal(await codeOf(createRequest(answering(invented, 429))(get)), 'ERR_PLATFORM_RATE');
    assert.equal(
      await codeOf(createRequest(answering(JSON.stringify({ code: 'constructor' }), 502))(get)),
      'ERR_PLATFORM_UNAVAILABLE',
    );
    assert.equal(await codeOf(createRequest(answering('<h1>Bad gateway</h1>', 502))(get)), 'ERR_PLATFORM_UNAVAILABLE');
  });

  it('says offline when nothing answers, and aborted when the caller gave up', async () => {
    const away: typeof fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    assert.equal(await codeOf(createRequest(away)(get)), 'ERR_CONTAINER_OFFLINE');
    assert.equal(await codeOf(createRequest(away)({ ...get, signal: AbortSignal.abort() })), 'ERR_BRIDGE_ABORTED');
  });

  it('gives up at its deadline', async () => {
    const silent: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    assert.equal(await codeOf(createRequest(silent)({ ...get, deadlineMs: 20 })), 'ERR_CONTAINER_OFFLINE');
  });

  it('tries once more after cookies that had grown too large were cleared', async () => {
    let asked = 0;
    const bombed: typeof fetch = async () => {
      asked += 1;
      return asked === 1 ? new Response('', { status: 431 }) : new Response('{"name":"tea"}');
    };
    assert.deepEqual(await createRequest(bombed)(get), { name: 'tea' });
    assert.equal(asked, 2);
  });
});

describe('readers of answers', () => {
  it('name the place that is wrong', () => {
    const read = record({ apps: list(record({ at: moment })) });
    assert.throws(() => read({ apps: [{ at: '2026-01-01T00:00:00Z' }, { at: 'soon' }] }, 'home'), 'home.apps[1].at');
  });

  it('never find a member that only the prototype has', () => {
    assert.throws(() => record({ toString: text })({}, 'answer'), 'answer.toString');
  });

  it('refuse a stranger where everything must be read', () => {
    assert.throws(() => exactly({ name: text })({ name: 'tea', fee: '9' }, 'intent'), 'intent.fee');
  });
});
