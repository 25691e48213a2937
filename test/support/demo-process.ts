import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts } from './free-ports.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_WITHIN_MS = 120_000;
const STOPS_WITHIN_MS = 20_000;

/** `npm run demo` as a process of its own, in a fresh folder and on a free port. */
export class DemoProcess {
  #said = '';

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  static async start(folder = mkdtempSync(join(tmpdir(), 'gatehouse-demo-')), onPort?: number): Promise<DemoProcess> {
    const [port = 0] = onPort === undefined ? await freePorts(1) : [onPort];
    const { NODE_OPTIONS: _, ...environment } = process.env;
    const child = spawn('bash', ['-c', demoCommand()], {
      cwd: folder,
      env: { ...environment, GATEHOUSE_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const demo = new DemoProcess(folder, port, child);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        demo.#said += chunk.toString();
      });
    try {
      await demo.#ready();
    } catch (error) {
      await demo.interrupt();
      throw error;
    }
    return demo;
  }

  /** What it has printed so far. */
  get output(): string {
    return this.#said;
  }

  /** The lines that are there to be pasted. */
  get commands(): string[] {
    return [...this.#said.matchAll(/^ {2}(curl .+)$/gm)].map(([, command = '']) => command);
  }

  /** Ctrl-C. Resolves to the exit code: null for a demo that had to be killed. */
  async interrupt(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill('SIGINT');
      const late = delay(STOPS_WITHIN_MS, 'late', { ref: false });
      if ((await Promise.race([exit, late])) === 'late') {
        this.child.kill('SIGKILL');
        await exit;
      }
    }
    return this.child.exitCode;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #ready(): Promise<void> {
    const end = performance.now() + READY_WITHIN_MS;
    while (!this.#said.includes('Ctrl-C')) {
      if (this.child.exitCode !== null) throw new Error(`the demo ended:\n${this.#said}`);
      if (performance.now() > end) throw new Error(`the demo did not get ready:\n${this.#said}`);
      await delay(100);
    }
  }
}

/** The script of package.json, which begins with `exec`, so that signals reach the demo; run from another folder. */
function demoCommand(): string {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { demo: string } };
  return scripts.demo.replace(/(^| )(?:\.\/)?scripts\//g, `$1${ROOT}scripts/`);
}
