import { connect, type TLSSocket } from 'node:tls';
import type { TestApp } from './test-app.js';

/** A call of the gateway that stays open, as bytes on a connection of its own. */
export class OpenCall {
  received = '';
  /** On the monotonic clock; null while it is open. */
  endedAt: number | null = null;

  private constructor(readonly socket: TLSSocket) {
    socket.on('data', (chunk: Buffer) => (this.received += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.endedAt = performance.now()));
  }

  /** Resolves when its answer has begun to come. */
  static async open(app: TestApp, lines: readonly string[]): Promise<OpenCall> {
    const options = { host: '127.0.0.1', servername: 'localhost', port: app.settings.port, ca: app.certificate };
    const call = new OpenCall(connect(options));
    call.socket.write([...lines, 'Host: localhost', '', ''].join('\r\n'));
    await call.#until(() => call.received.includes('\r\n\r\n'));
    return call;
  }

  async ended(): Promise<number> {
    await this.#until(() => this.endedAt !== null);
    return this.endedAt ?? 0;
  }

  /** That a body in chunks is whole is said by its last chunk (RFC 9112 §7.1). */
  get isWhole(): boolean {
    return this.received.endsWith('0\r\n\r\n');
  }

  async whole(): Promise<void> {
    await this.#until(() => this.isWhole);
  }

  async #until(happened: () => boolean): Promise<void> {
    const end = performance.now() + 10_000;
    while (!happened()) {
      if (performance.now() > end) throw new Error(`it did not happen; this came: ${this.received.slice(0, 400)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
