import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatPlate, maskPlate, PROVINCES, parsePlate, plateFault } from './plate.ts';

test('ordinary plates are recognised, special uses included', () => {
  for (const plate of ['沪A12345', '京N8P8F8', '粤Z123港', '粤Z1234港', '苏E1234学', '浙A0023领']) {
    assert.equal(parsePlate(plate)?.kind, plate === '粤Z123港' ? undefined : 'ordinary', plate);
  }
});

test('new-energy plates have eight characters with the energy letter first or last', () => {
  for (const plate of ['沪AD12345', '京AF00001', '粤BAB1234', '沪A12345D', '川AK88888']) {
    assert.equal(parsePlate(plate)?.kind, 'new-energy', plate);
  }
  for (const plate of ['沪AL12345', '沪A123456', '沪A12345L', '沪ADD1234X']) {
    assert.equal(parsePlate(plate), undefined, plate);
  }
});

test('spelling with dot, spaces, lower case or full-width letters is the same plate', () => {
  for (const written of ['沪a·12345', ' 沪A 123 45 ', '沪Ａ１２３４５', '沪A-12345']) {
    assert.equal(parsePlate(written)?.plate, '沪A12345', written);
  }
});

test('what is no plate says why', () => {
  assert.equal(plateFault(''), 'province');
  assert.equal(plateFault('A12345'), 'province');
  assert.equal(plateFault('沪112345'), 'office');
  assert.equal(plateFault('沪A1234'), 'short');
  assert.equal(plateFault('沪A1234O'), 'letters');
  assert.equal(plateFault('沪ABCDEF'), 'letters');
  assert.equal(plateFault('沪AZ12345'), 'energy');
  assert.equal(plateFault('沪AD123456'), 'long');
  assert.equal(plateFault('沪A12345'), undefined);
});

test('nothing but text is a plate', () => {
  for (const value of [undefined, null, 7, {}, ['沪A12345'], '沪'.repeat(40), `沪A12345\u0000`]) {
    assert.equal(parsePlate(value), undefined);
  }
});

test('reading a plate again, or as it is printed, changes nothing', () => {
  const letter = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ');
  const digit = fc.constantFrom(...'0123456789');
  const plates = fc
    .tuple(fc.constantFrom(...PROVINCES), letter, letter, digit, digit, digit, fc.oneof(letter, digit))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(plates, (plate) => {
      assert.equal(parsePlate(formatPlate(plate))?.plate, plate);
      assert.equal(plateFault(plate), undefined);
      assert.ok(!maskPlate(plate).includes(plate.slice(2, 6)));
    }),
  );
});
