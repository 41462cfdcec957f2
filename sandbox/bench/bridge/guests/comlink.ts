import { wrap } from 'comlink';
import { offerDriver } from '../driver.ts';
import type { Peer } from '../peers.ts';
import { guestPort } from './guest-port.ts';

const peer = wrap<Peer>(guestPort());
offerDriver((args) => peer.get(args));
