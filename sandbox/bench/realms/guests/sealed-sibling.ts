import { portico } from '../../../../plugins/kit/sdk/index.ts';
import { pingOn } from './pings.ts';

pingOn(() => portico.storage.get({ key: 'ping' }));
