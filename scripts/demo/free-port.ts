import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';

/** Both addresses that `localhost` can mean: who holds one of them would get some of the demo's calls. */
const ADDRESSES = ['127.0.0.1', '::1'];
const LISTENING = '0A';

/** Refuses a port that somebody else listens on. The demo would otherwise call them, and complain about their certificate. */
export async function requireFreePort(port: number): Promise<void> {
  for (const address of ADDRESSES) {
    if (!(await isTaken(port, address))) continue;
    const holder = holderOf(port);
    throw new Error(
      `Port ${port} is in use${holder === null ? '' : ` by ${holder}`}. ` +
        `Stop that, or choose another port: GATEHOUSE_PORT=${port + 1000} npm run demo`,
    );
  }
}

function isTaken(port: number, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      // a machine without IPv6
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false);
      else reject(error);
    });
    probe.listen({ port, host: address, ipv6Only: true }, () => {
      probe.close(() => {
        resolve(false);
      });
    });
  });
}

/** The name and the number of the process, as far as Linux shows them to this user. */
function holderOf(port: number): string | null {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeners(table, port)));
  for (const pid of entries('/proc').filter((name) => /^\d+$/.test(name))) {
    if (entries(`/proc/${pid}/fd`).some((fd) => sockets.has(linkOf(`/proc/${pid}/fd/${fd}`)))) {
      return `${textOf(`/proc/${pid}/comm`).trim()} (process ${pid})`;
    }
  }
  return null;
}

/** `socket:[inode]` of each socket that listens on the port (proc_net_tcp(5)). */
function listeners(table: string, port: number): string[] {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = textOf(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows
    .filter((row) => row[1]?.endsWith(local) === true && row[3] === LISTENING)
    .map((row) => `socket:[${row[9] ?? ''}]`);
}

// Processes end while one looks, and those of others don't show their files: nothing is known of them then.
const entries = (folder: string): string[] => orElse(() => readdirSync(folder), []);
const linkOf = (path: string): string => orElse(() => readlinkSync(path), '');
const textOf = (path: string): string => orElse(() => readFileSync(path, 'utf8'), '');

function orElse<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
