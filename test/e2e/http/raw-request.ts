import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';

/** Sends bytes as they are and answers what came back until the server closed; for what no HTTP client would send. */
export async function rawPlain(port: number, bytes: string): Promise<string> {
  return exchange(connectPlain({ port, host: '127.0.0.1' }), 'connect', bytes);
}

export async function rawTls(options: ConnectionOptions, bytes: string): Promise<string> {
  return exchange(connectTls({ host: '127.0.0.1', servername: 'localhost', ...options }), 'secureConnect', bytes);
}

/** The negotiated protocol and cipher, or the code of the error that ended the handshake. */
export async function handshake(
  options: ConnectionOptions,
): Promise<{ protocol: string | null; cipher: string } | { failed: string }> {
  return new Promise((resolve) => {
    const socket: TLSSocket = connectTls({ host: '127.0.0.1', servername: 'localhost', ...options }, () => {
      resolve({ protocol: socket.getProtocol(), cipher: socket.getCipher().name });
      socket.destroy();
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ failed: error.code ?? error.message });
    });
  });
}

function exchange(socket: Socket, connected: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.setTimeout(60_000, () => socket.destroy(new Error(`no end of the answer: ${answer}`)));
    socket.once(connected, () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.once('error', reject);
    socket.once('close', () => {
      resolve(answer);
    });
  });
}
