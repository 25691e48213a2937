import { existsSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { DataFolder, PUBLIC_URL } from './data-folder.js';
import type { Settings } from './settings.js';

/** Notes in the data folder, if there is one, where this service is reached: operator commands begin their links with it. */
export function notePublicUrl({ dataDir, publicUrl }: Settings): void {
  if (!existsSync(dataDir)) return;
  try {
    new DataFolder(dataDir).replace(PUBLIC_URL, `${publicUrl}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    new Logger('Config').warn(`operator commands need GATEHOUSE_PUBLIC_URL: the URL can't be noted, ${reason}`);
  }
}

/** The URL of the service that last ran on this data folder; null when none did. */
export function notedPublicUrl({ dataDir }: Settings): string | null {
  return new DataFolder(dataDir).read(PUBLIC_URL)?.trim() ?? null;
}
