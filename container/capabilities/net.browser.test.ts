import { assert } from 'chai';
import { answerLimits } from '../../sandbox/contract/capabilities/net.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import { createAppFiles } from '../services/app-files.ts';
import type { GatewayAnswer, GatewayCall } from '../services/registry/index.ts';
import { netCapability } from './net.ts';
import { appId, call, codeOf, digest } from './testing.ts';

function world(
  answer: GatewayAnswer = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok', encoding: 'utf8' },
) {
  const sent: [GatewayCall, AbortSignal][] = [];
  const gateway = {
    send: async (request: GatewayCall, signal: AbortSignal) => {
      sent.push([request, signal]);
      return answer;
    },
  };
  const streamed = new Blob([new Uint8Array([0, 255, 1])]).stream();
  const gatewayStreaming = {
    ...gateway,
    stream: async (request: GatewayCall, signal: AbortSignal) => {
      sent.push([request, signal]);
      return { status: 206, headers: { 'x-tea': 'green' }, body: streamed };
    },
  };
  const files = createAppFiles();
  return { sent, files, handlers: netCapability({ gateway: gatewayStreaming }, files), streamed };
}

describe('net.request', () => {
  it('goes to the gateway under the app and release of the port, with the call’s own signal', async () => {
    const { handlers, sent } = world();
    const args = { backend: 'tea', method: 'POST', path: '/cups', headers: { 'x-a': '1' }, body: '{}' } as const;
    const answer = await handlers['net.request'](args, call);
    assert.deepEqual(answer, { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok', encoding: 'utf8' });
    assert.deepInclude(sent[0]?.[0], {
      appId,
      release: digest,
      backend: 'tea',
      method: 'POST',
      path: '/cups',
      body: '{}',
    });
    assert.equal(sent[0]?.[1], call.signal);
  });
});

describe('an answer too long for one message', () => {
  it('is refused with a code that says so, and can be downloaded', async () => {
    const body = 'x'.repeat(answerLimits.body);
    const headers = { 'content-type': 'text/plain' };
    const longest = world({ status: 200, headers, body, encoding: 'utf8' });
    const tooLong = world({ status: 200, headers, body: `${body}x`, encoding: 'utf8' });
    const ask = ({ handlers }: typeof longest) =>
      codeOf(Promise.resolve(handlers['net.request']({ backend: 'tea', method: 'GET', path: '/' }, call)));
    assert.equal(await ask(longest), 'no error');
    assert.equal(await ask(tooLong), 'ERR_GATEWAY_RESPONSE_TOO_LARGE');
    const fileId = tooLong.files.keep(new Blob(['x']));
    const upload = tooLong.handlers['net.upload']({ backend: 'tea', path: '/', fileId }, call);
    assert.equal(await codeOf(Promise.resolve(upload)), 'ERR_GATEWAY_RESPONSE_TOO_LARGE');
    const { file } = await tooLong.handlers['net.download']({ backend: 'tea', path: '/' }, call);
    assert.equal(file?.bytes, body.length + 1);
  });
});

describe('net.stream', () => {
  it('goes to the gateway like a request, and gives the body as it comes', async () => {
    const { handlers, sent, streamed } = world();
    const args = { backend: 'tea', method: 'POST', path: '/cups', headers: { 'x-a': '1' }, body: '{}' } as const;
    const answer = await handlers['net.stream'](args, call);
    assert.deepEqual(answer.value, { status: 206, headers: { 'x-tea': 'green' } });
    assert.equal(answer.body, streamed);
    assert.deepInclude(sent[0]?.[0], { ...args, appId, release: digest });
    assert.equal(sent[0]?.[1], call.signal);
  });
});

describe('net.upload', () => {
  it('sends the kept file’s bytes and type, whatever type the app claims', async () => {
    const { handlers, sent, files } = world();
    const fileId = files.keep(new Blob([new Uint8Array([0, 255, 1])], { type: 'image/png' }));
    const headers = { 'content-type': 'text/html', 'x-a': '1' };
    await handlers['net.upload']({ backend: 'tea', path: '/photos', fileId, headers }, call);
    assert.deepInclude(sent[0]?.[0], {
      appId,
      method: 'POST',
      body: 'AP8B',
      encoding: 'base64',
      headers: { 'content-type': 'image/png', 'x-a': '1' },
    });
  });

  it('refuses a file of another visit and one that is too large', async () => {
    const { handlers, files } = world();
    const upload = (fileId: string) =>
      codeOf(Promise.resolve(handlers['net.upload']({ backend: 'tea', path: '/', fileId }, call)));
    assert.equal(await upload(createAppFiles().keep(new Blob(['x']))), 'ERR_CAPABILITY_NO_FILE');
    assert.equal(
      await upload(files.keep(new Blob([new Uint8Array(netQuotas.request + 1)]))),
      'ERR_CAPABILITY_FILE_TOO_LARGE',
    );
  });
});

describe('net.download', () => {
  it('keeps what came, so that it can be sent on byte for byte', async () => {
    const headers = { 'content-type': 'image/png' };
    const { handlers, files } = world({ status: 200, headers, body: 'AP8B', encoding: 'base64' });
    const { status, file } = await handlers['net.download']({ backend: 'tea', path: '/1.png' }, call);
    assert.equal(status, 200);
    assert.deepInclude(file, { type: 'image/png', bytes: 3 });
    const kept = files.get(file?.fileId ?? '');
    assert.deepEqual(new Uint8Array(await kept.arrayBuffer()), new Uint8Array([0, 255, 1]));
  });

  it('keeps nothing of an answer that is no success', async () => {
    const { handlers } = world({ status: 404, headers: {}, body: 'no', encoding: 'utf8' });
    const answer = await handlers['net.download']({ backend: 'tea', path: '/1.png' }, call);
    assert.deepEqual(answer, { status: 404, headers: {}, file: null });
  });
});
