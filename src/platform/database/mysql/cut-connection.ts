import type { PoolConnection } from 'mysql2';
import type { Socket } from 'node:net';

/**
 * mysql2's own `destroy` takes the connection out of the pool, but only half-closes the socket, and a frozen server keeps that
 * open.
 */
export function cutConnection(connection: PoolConnection): void {
  connection.destroy();
  (connection as unknown as { readonly stream: Socket }).stream.destroy();
}
