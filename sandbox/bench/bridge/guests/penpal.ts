import { connect, PortMessenger } from 'penpal';
import { offerDriver } from '../driver.ts';
import type { Peer } from '../peers.ts';
import { guestPort } from './guest-port.ts';

const { promise } = connect<Peer>({ messenger: new PortMessenger({ port: guestPort() }) });
const peer = await promise;
offerDriver((args) => peer.get(args));
