import { Worker } from 'node:worker_threads';

/** A thread of its own goes on while the first one is caught in a loop. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { mkdirSync, writeFileSync } = require('node:fs');
let timer;
parentPort.on('message', (begun) => {
  clearTimeout(timer);
  if (begun === undefined) return;
  timer = setTimeout(() => {
    mkdirSync(workerData.folder, { recursive: true });
    const file = workerData.folder + '/endless.' + begun.format;
    writeFileSync(file, begun.bytes);
    writeFileSync(2, 'fuzz: a descriptor made from ' + begun.name + ' takes no end. It is in ' + file + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, workerData.timeoutMs);
});
`;

/** Ends the process where a case takes no end, and leaves the descriptor in the folder. */
export class Watchdog {
  readonly #worker: Worker;

  constructor(folder: string, timeoutMs: number) {
    this.#worker = new Worker(PROGRAM, { eval: true, workerData: { folder, timeoutMs } });
    this.#worker.unref();
  }

  begin(fuzzCase: { readonly name: string; readonly format: string; readonly bytes: Uint8Array }): void {
    this.#worker.postMessage(fuzzCase);
  }

  done(): void {
    this.#worker.postMessage(undefined);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
