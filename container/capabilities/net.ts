/** `net.*`: to the app's own declared back ends, by name, through the registry's gateway. */
import { answerLimits } from '../../sandbox/contract/capabilities/net.ts';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import { type CallContext, type CapabilityHandlers, Streamed } from '../../sandbox/host/index.ts';
import type { AppFiles } from '../services/app-files.ts';
import type { GatewayAnswer, GatewayCall, RegistryClient } from '../services/registry/index.ts';

export function netCapability(
  registry: Pick<RegistryClient, 'gateway'>,
  files: AppFiles,
): Pick<CapabilityHandlers, 'net.request' | 'net.stream' | 'net.upload' | 'net.download'> {
  const send = (
    { appId, releaseDigest, signal }: CallContext,
    call: Omit<GatewayCall, 'appId' | 'release' | 'headers'> & {
      readonly headers?: GatewayCall['headers'] | undefined;
    },
  ) => registry.gateway.send({ ...call, appId, release: releaseDigest, headers: { ...call.headers } }, signal);

  return {
    'net.request': async ({ backend, method, path, headers, body, encoding }, call) => {
      return whole(await send(call, { backend, method, path, headers, body, encoding }));
    },

    'net.stream': async ({ backend, method, path, headers, body, encoding }, { appId, releaseDigest, signal }) => {
      const asked = { appId, release: releaseDigest, backend, method, path, headers: { ...headers }, body, encoding };
      const { status, headers: answered, body: bytes } = await registry.gateway.stream(asked, signal);
      return new Streamed({ status, headers: { ...answered } }, bytes);
    },

    'net.upload': async ({ backend, method = 'POST', path, headers, fileId }, call) => {
      const file = files.get(fileId);
      if (file.size > netQuotas.request) throw new PorticoError('ERR_CAPABILITY_FILE_TOO_LARGE');
      const body = await base64Of(file);
      const typed = { ...headers, 'content-type': file.type || 'application/octet-stream' };
      return whole(await send(call, { backend, method, path, headers: typed, body, encoding: 'base64' }));
    },

    'net.download': async ({ backend, path, headers }, call) => {
      const { status, headers: answered, body, encoding } = await send(call, { backend, method: 'GET', path, headers });
      const told = { status, headers: { ...answered } };
      if (status < 200 || status > 299) return { ...told, file: null };
      const type = (answered['content-type'] ?? 'application/octet-stream').slice(0, 100);
      const file = new Blob([encoding === 'base64' ? bytesOf(body) : body], { type });
      return { ...told, file: { fileId: files.keep(file), type, bytes: file.size } };
    },
  };
}

/** An answer that crosses to the app in one message; a download may be longer, because it stays here. */
function whole({ headers, ...answer }: GatewayAnswer) {
  const { length } = answer.body;
  if (length > answerLimits.body) {
    throw new PorticoError('ERR_GATEWAY_RESPONSE_TOO_LARGE', { detail: `It has ${length} characters.` });
  }
  return { ...answer, headers: { ...headers } };
}

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
