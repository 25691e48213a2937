import { rmSync } from 'node:fs';
import type { MariadbServer } from './mariadb-server.js';

declare global {
  var testMariadb: MariadbServer | undefined;
}

export default async function globalTeardown(): Promise<void> {
  await globalThis.testMariadb?.stop();
  const folder = process.env['TEST_RUN_DIR'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
