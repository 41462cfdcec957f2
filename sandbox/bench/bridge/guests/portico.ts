import { portico } from '../../../../plugins/kit/sdk/index.ts';
import { offerDriver } from '../driver.ts';

offerDriver((args) => portico.storage.get(args));
