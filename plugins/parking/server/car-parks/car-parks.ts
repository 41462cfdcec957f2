import type { CarParkName } from '../../contract/api.ts';
import type { Tariff } from '../../contract/tariff.ts';

export interface CarPark extends CarParkName {
  readonly spaces: number;
  readonly tariff: Tariff;
}

const at = (hours: number, minutes = 0): number => hours * 60 + minutes;
const yuan = (amount: number): number => amount * 100;

/** The car parks this company runs, with the price lists on their boards. */
export const carParks: readonly [CarPark, ...CarPark[]] = [
  {
    id: 'renmin-square',
    name: { zh: '人民广场地下车库', en: 'People’s Square Garage' },
    address: { zh: '黄浦区黄陂北路 1 号', en: '1 Huangpi Rd N, Huangpu' },
    spaces: 620,
    tariff: {
      freeMinutes: 15,
      dayStartsAt: at(7, 30),
      nightStartsAt: at(19, 30),
      day: { unitMinutes: 30, unitFen: yuan(8), capFen: null },
      night: { unitMinutes: 60, unitFen: yuan(4), capFen: yuan(20) },
      dailyCapFen: yuan(80),
    },
  },
  {
    id: 'lujiazui',
    name: { zh: '陆家嘴中心车库', en: 'Lujiazui Centre Garage' },
    address: { zh: '浦东新区世纪大道 8 号', en: '8 Century Ave, Pudong' },
    spaces: 1150,
    tariff: {
      freeMinutes: 15,
      dayStartsAt: at(8),
      nightStartsAt: at(20),
      day: { unitMinutes: 30, unitFen: yuan(7) + 50, capFen: null },
      night: { unitMinutes: 60, unitFen: yuan(5), capFen: yuan(25) },
      dailyCapFen: yuan(100),
    },
  },
  {
    id: 'xujiahui',
    name: { zh: '徐家汇广场停车场', en: 'Xujiahui Plaza Car Park' },
    address: { zh: '徐汇区天钥桥路 30 号', en: '30 Tianyaoqiao Rd, Xuhui' },
    spaces: 480,
    tariff: {
      freeMinutes: 20,
      dayStartsAt: at(8),
      nightStartsAt: at(22),
      day: { unitMinutes: 60, unitFen: yuan(12), capFen: null },
      night: { unitMinutes: 60, unitFen: yuan(3), capFen: yuan(15) },
      dailyCapFen: yuan(72),
    },
  },
  {
    id: 'hongqiao-p9',
    name: { zh: '虹桥枢纽 P9 停车楼', en: 'Hongqiao Hub P9' },
    address: { zh: '闵行区申虹路 1500 号', en: '1500 Shenhong Rd, Minhang' },
    spaces: 2300,
    tariff: {
      freeMinutes: 30,
      dayStartsAt: at(6),
      nightStartsAt: at(23),
      day: { unitMinutes: 60, unitFen: yuan(10), capFen: null },
      night: { unitMinutes: 60, unitFen: yuan(5), capFen: null },
      dailyCapFen: yuan(80),
    },
  },
  {
    id: 'bund-south',
    name: { zh: '外滩南停车场', en: 'Bund South Car Park' },
    address: { zh: '黄浦区中山东二路 505 号', en: '505 Zhongshan Rd E-2, Huangpu' },
    spaces: 210,
    tariff: {
      freeMinutes: 10,
      dayStartsAt: at(7, 30),
      nightStartsAt: at(19, 30),
      day: { unitMinutes: 15, unitFen: yuan(5), capFen: yuan(120) },
      night: { unitMinutes: 30, unitFen: yuan(5), capFen: yuan(40) },
      dailyCapFen: yuan(150),
    },
  },
  {
    id: 'zhangjiang',
    name: { zh: '张江科学城停车场', en: 'Zhangjiang Science City Car Park' },
    address: { zh: '浦东新区祖冲之路 887 号', en: '887 Zuchongzhi Rd, Pudong' },
    spaces: 760,
    tariff: {
      freeMinutes: 60,
      dayStartsAt: at(8),
      nightStartsAt: at(18),
      day: { unitMinutes: 60, unitFen: yuan(5), capFen: null },
      night: { unitMinutes: 60, unitFen: yuan(1), capFen: yuan(8) },
      dailyCapFen: yuan(30),
    },
  },
];

const byId = new Map(carParks.map((carPark) => [carPark.id, carPark]));

export function carParkById(id: string): CarPark | undefined {
  return byId.get(id);
}
