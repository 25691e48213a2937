import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP proxy that can stop passing anything on while its connections stay open: what a frozen server looks like. */
export class StoppableProxy {
  readonly #sockets = new Set<Socket>();
  #stopped = false;

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

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #join(client: Socket, upstream: Socket): void {
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#stopped) from.pause();
    }
  }
}
