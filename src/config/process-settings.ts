import { readFileSync } from 'node:fs';
import { readSettings } from './read-settings.js';
import type { Settings } from './settings.js';

/** The settings of this process. Throws SettingsError with all that is wrong. */
export function processSettings(): Settings {
  return readSettings(process.env, (path) => readFileSync(path, 'utf8'));
}
