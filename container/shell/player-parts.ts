/** One chunk: the player, the wall behind it, and the host side of every capability. */
export { createCapabilities } from '../capabilities/index.ts';

import '../screens/player/player-screen.ts';
