/**
 * Reads QR codes and barcodes. Its WebAssembly comes from our own origin, never from a network of somebody else's, and
 * only this worker's own policy allows compiling it. comlink is for workers of our own only.
 */
import { BarcodeDetector, type BarcodeFormat, prepareZXingModule } from 'barcode-detector/ponyfill';
import { expose } from 'comlink';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { ScanningApi } from './scanning-api.ts';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** What is printed on tickets, bills, parcels and goods. */
const formats: Readonly<Record<'qr' | 'barcode', readonly BarcodeFormat[]>> = {
  qr: ['qr_code', 'micro_qr_code', 'data_matrix', 'pdf417'],
  barcode: ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'itf', 'codabar'],
};

const api: ScanningApi = {
  async read(picture, kinds) {
    try {
      const detector = new BarcodeDetector({ formats: kinds.flatMap((kind) => formats[kind]) });
      const [found] = await detector.detect(picture);
      return found && { text: found.rawValue.slice(0, 8_000), format: found.format };
    } finally {
      picture.close();
    }
  },
};

expose(api);
