import { Database } from '../../src/database/database.js';
import type { ApiClient } from './api-client.js';

/** A connection of the client's site to this upstream. */
export async function createConnection(client: ApiClient, baseUrl: string, settings: Record<string, unknown> = {}) {
  const answer = await client.post('/connections', { name: `to ${baseUrl} ${++made}`, baseUrl, ...settings });
  if (answer.status === 201) return answer.body.id as string;
  const me = await client.get('/auth/me');
  const id = `0199c0de-0000-7000-8000-${String(made).padStart(12, '0')}`;
  await client.app.app
    .get(Database, { strict: false })
    .writer.query(
      `INSERT INTO connections (id, site_id, name, base_url, version, created_at, updated_at) VALUES ('${id}', '${me.body.site.id}', 'c${made}', '${baseUrl}', 1, '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000')`,
    );
  return id;
}

let made = 0;
