import { existsSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { DataFolder, isSystemError, PUBLIC_URL } from './data-folder.js';
import { RefusedValue } from './reading/environment.js';
import { publicUrl as parsed } from './reading/parsers.js';
import type { Settings } from './settings.js';

const logger = new Logger('Config');

/** Notes in the data folder, if there is one, where this service is reached: operator commands begin their links with it. */
export function notePublicUrl({ dataDir, publicUrl }: Settings): void {
  if (!existsSync(dataDir)) return;
  try {
    new DataFolder(dataDir).replace(PUBLIC_URL, `${publicUrl}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.warn(`operator commands need GATEHOUSE_PUBLIC_URL: the URL can't be noted, ${reason}`);
  }
}

/**
 * The URL of the service that last ran on this data folder; null when none did. A file that the service would not have written
 * is ignored: people open the links.
 */
export function notedPublicUrl({ dataDir }: Settings): string | null {
  const folder = new DataFolder(dataDir);
  try {
    const noted = folder.read(PUBLIC_URL)?.trim() ?? null;
    if (noted === null || isPublicUrl(noted)) return noted;
    ignore(folder, 'it holds no public URL');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    ignore(folder, `it can't be read (${String(error.code)})`);
  }
  return null;
}

function isPublicUrl(text: string): boolean {
  try {
    return parsed(text) === text;
  } catch (error) {
    if (error instanceof RefusedValue) return false;
    throw error;
  }
}

function ignore(folder: DataFolder, reason: string): void {
  logger.warn(`${folder.file(PUBLIC_URL)} is ignored, as ${reason}: set GATEHOUSE_PUBLIC_URL for links`);
}
