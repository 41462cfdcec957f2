/** Cities the container is offered in, by GB/T 2260 code. */
import { msg } from '@lit/localize';

export const cities: readonly { readonly code: string; name(): string }[] = [
  { code: '310000', name: () => msg('上海', { id: 'city.shanghai' }) },
  { code: '110000', name: () => msg('北京', { id: 'city.beijing' }) },
  { code: '440100', name: () => msg('广州', { id: 'city.guangzhou' }) },
  { code: '440300', name: () => msg('深圳', { id: 'city.shenzhen' }) },
  { code: '330100', name: () => msg('杭州', { id: 'city.hangzhou' }) },
  { code: '510100', name: () => msg('成都', { id: 'city.chengdu' }) },
];

export const cityName = (code: string): string => cities.find((city) => city.code === code)?.name() ?? code;
