import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Plate, parsePlate } from '../../contract/plate.ts';
import { carParkById, carParks } from '../car-parks/car-parks.ts';
import { openStore } from '../store/store.ts';
import { feeFor } from '../tariff/fee.ts';
import { createGateSimulator } from './gate-simulator.ts';

const folder = await mkdtemp(join(tmpdir(), 'parking-gate-'));
const store = await openStore(folder);
after(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

let serial = 0;
const newId = () => `S${(serial++).toString().padStart(9, '0')}`;

function plate(text: string): Plate {
  const read = parsePlate(text);
  assert.ok(read);
  return read.plate;
}

test('whatever the hour, a car asked for the first time owes a fee, and it is found again as it was', async () => {
  for (let hour = 0; hour < 24; hour++) {
    const at = Date.parse('2026-03-02T00:10:00+08:00') + hour * 3_600_000;
    const gate = createGateSimulator({ store, now: () => new Date(at), newId });
    const car = plate(`沪C${(10_000 + hour).toString()}`);
    const stay = await gate.currentStay(car);
    const tariff = carParkById(stay?.carParkId ?? '')?.tariff;
    assert.ok(stay && tariff);
    assert.ok(feeFor(tariff, stay.enteredAt, at).totalFen > 0);
    assert.deepEqual(await gate.currentStay(car), stay);
  }
});

test('asked twice at once, a car drives in once', async () => {
  const gate = createGateSimulator({ store, now: () => new Date('2026-03-02T06:00:00Z'), newId });
  const [one, two] = await Promise.all([gate.currentStay(plate('沪D12345')), gate.currentStay(plate('沪D12345'))]);
  assert.equal(one?.stayId, two?.stayId);
});

test('free spaces never exceed the spaces there are, and the afternoon is fuller than the night', () => {
  const freeAt = (time: string) => {
    const gate = createGateSimulator({ store, now: () => new Date(`2026-03-02T${time}+08:00`), newId });
    return carParks.map(({ id, spaces }) => {
      const free = gate.freeSpaces(id);
      assert.ok(Number.isInteger(free) && free >= 0 && free <= spaces);
      return free;
    });
  };
  const [night, afternoon] = [freeAt('02:00:00'), freeAt('14:00:00')];
  for (const [index, free] of night.entries()) assert.ok(free > (afternoon[index] ?? 0));
});
