import type { ApiClient } from './api-client.js';

let made = 0;

/** A connection of the client's site to this upstream. */
export async function createConnection(
  client: ApiClient,
  baseUrl: string,
  settings: Record<string, unknown> = {},
): Promise<string> {
  const created = await client.post('/connections', { name: `Connection ${++made}`, baseUrl, ...settings });
  if (created.status !== 201) throw new Error(`creating a connection: ${JSON.stringify(created.body)}`);
  return created.body.id as string;
}
