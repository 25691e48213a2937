import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { once } from 'node:events';

const HEAD_END = Buffer.from('\r\n\r\n');
const CONTENT_LENGTH = /\r\ncontent-length: (\d+)/i;

/** The results of one connection in a round. */
export interface Tally {
  answers: number;
  wrong: number;
}

/** One keep-alive connection with one request at a time. It reads no more of an answer than it must. */
export class Connection {
  #rest: Buffer | null = null;
  #next: (() => Buffer) | null = null;
  #finished: (() => void) | null = null;
  #failed: ((error: Error) => void) | null = null;
  #status = '';
  readonly tally: Tally = { answers: 0, wrong: 0 };

  private constructor(readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
    });
    const fail = (error?: Error): void => this.#failed?.(error ?? new Error('the server closed the connection'));
    socket.on('error', fail);
    socket.on('close', () => {
      fail();
    });
  }

  static async open(port: number, tls: boolean): Promise<Connection> {
    if (!tls) {
      const socket = connectPlain(port, '127.0.0.1');
      await once(socket, 'connect');
      return new Connection(socket);
    }
    const socket = connectTls({ port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    return new Connection(socket);
  }

  /** Sends requests until `stop`; resolves when the last answer has arrived. */
  run(next: () => Buffer, status: number): Promise<void> {
    this.#next = next;
    this.#status = String(status);
    return new Promise((resolve, reject) => {
      this.#finished = resolve;
      this.#failed = reject;
      this.socket.write(next());
    });
  }

  stop(): void {
    this.#next = null;
  }

  close(): void {
    this.#failed = null;
    this.socket.destroy();
  }

  #receive(chunk: Buffer): void {
    const data = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    const headEnd = data.indexOf(HEAD_END);
    const length = headEnd === -1 ? Infinity : contentLength(data.toString('latin1', 0, headEnd));
    if (data.length < headEnd + HEAD_END.length + length) {
      this.#rest = data;
      return;
    }
    this.#rest = null;
    this.tally.answers++;
    if (data.toString('latin1', 9, 12) !== this.#status) this.tally.wrong++;
    if (this.#next === null) this.#finished?.();
    else this.socket.write(this.#next());
  }
}

function contentLength(head: string): number {
  const length = CONTENT_LENGTH.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without Content-Length can't be measured:\n${head}`);
  return Number(length);
}
