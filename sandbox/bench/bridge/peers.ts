/** The host's side of the contenders that are not ours: each answers a call with what it was asked for. */
import { expose } from 'comlink';
import { connect, PortMessenger } from 'penpal';
import { ParentHandshake, PortMessenger as PostMeMessenger } from 'post-me';
import type { Payload } from './driver.ts';

export type Peer = { get(args: Payload): { readonly value: string } };

const get: Peer['get'] = ({ key }) => ({ value: key });

export const peers: Readonly<Record<string, (port: MessagePort) => void>> = {
  'raw-port': (port) => {
    port.onmessage = ({ data }: MessageEvent<{ id?: number; args: Payload }>) => {
      // The loader's word that the guest has started has no id.
      if (data.id !== undefined) port.postMessage({ id: data.id, value: get(data.args) });
    };
  },
  comlink: (port) => expose({ get }, port),
  penpal: (port) => void connect({ messenger: new PortMessenger({ port }), methods: { get } }),
  'post-me': (port) => {
    port.start();
    void ParentHandshake(new PostMeMessenger({ port }), { get });
  },
};
