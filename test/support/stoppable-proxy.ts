import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A TCP proxy that can stop passing anything on while its connections stay open: what a frozen server looks like. It can also
 * cut a connection in the moment in which the answer to something comes back.
 */
export class StoppableProxy {
  readonly #sockets = new Set<Socket>();
  #stopped = false;
  #losing: { readonly text: string; readonly then: () => void } | null = null;

  private constructor(private readonly server: Server) {}

  static async to(port: number, host: string): Promise<StoppableProxy> {
    const server = createServer();
    const proxy = new StoppableProxy(server);
    server.on('connection', (client) => {
      proxy.#join(client, connect({ port, host }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.#stopped = true;
    for (const socket of this.#sockets) socket.pause();
  }

  go(): void {
    this.#stopped = false;
    for (const socket of this.#sockets) socket.resume();
  }

  /** Once: passes on what holds the text, waits for the answer to it and cuts the connection instead of passing that on. */
  loseAnswerTo(text: string, then: () => void = () => undefined): void {
    this.#losing = { text, then };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #lose(chunk: Buffer, client: Socket, upstream: Socket): void {
    if (this.#losing === null || !chunk.includes(this.#losing.text)) return;
    const { then } = this.#losing;
    this.#losing = null;
    upstream.removeAllListeners('data').once('data', () => {
      then();
      client.destroy();
    });
  }

  #join(client: Socket, upstream: Socket): void {
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      if (from === client)
        from.on('data', (chunk: Buffer) => {
          this.#lose(chunk, client, upstream);
        });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#stopped) from.pause();
    }
  }
}
