import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../registry/platform/index.ts';
import { type DemoPeople, parseDemoPeople } from '../demo/people.ts';
import { type Part, startPart } from '../demo/processes.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Product {
  readonly port: number;
  /** Origin of the container, e.g. `http://bank.portico.localhost:40123`. */
  readonly origin: string;
  readonly api: string;
  readonly dataDir: string;
  readonly people: DemoPeople;
  readonly process: Part;
  /** The OTP the registry logged last for the phone ending with these digits. */
  otp(ending: string): Promise<string>;
  /** What every process has printed since the product was started first. */
  log(): readonly string[];
  /** Stops every process, keeps the data. */
  stop(): Promise<void>;
  /** Starts again on the same data and port. */
  restart(): Promise<void>;
  /** Stops and deletes the data. */
  close(): Promise<void>;
}

export interface ProductOptions {
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built product (`dist/`) in a folder and on a port of its own, seeded, as `npm start` does. */
export async function startProduct({ env = {} }: ProductOptions = {}): Promise<Product> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-product-'));
  const lines: string[] = [];
  let part = await launch();

  async function launch(): Promise<Part> {
    const started = startPart(
      'product',
      ['--enable-source-maps', join(root, 'dist/demo/main.js')],
      { ...process.env, ...env, PORTICO_PORT: String(port), PORTICO_DATA_DIR: dataDir },
      { onLine: (line) => lines.push(line) },
    );
    await started.line(/^ready http/);
    return started;
  }

  const people = parseDemoPeople(JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')));
  return {
    port,
    origin: people.container,
    api: people.api,
    dataDir,
    people,
    get process() {
      return part;
    },
    async otp(ending) {
      const pattern = new RegExp(`OTP for \\d{3}\\*{4}${ending} is (\\d{6})`);
      for (let i = 0; i < 100; i++) {
        for (const line of [...lines].reverse()) {
          const code = pattern.exec(line)?.[1];
          if (code) return code;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no OTP for a phone ending with ${ending} was logged within 5 s`);
    },
    log: () => lines,
    stop: () => part.stop(),
    async restart() {
      await part.stop();
      part = await launch();
    },
    async close() {
      await part.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
