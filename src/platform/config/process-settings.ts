import { readFileSync } from 'node:fs';
import { readSettings } from './reading/read-settings.js';
import type { Settings } from './settings.js';

/** The settings of this process. Throws SettingsError with every problem. */
export function processSettings(): Settings {
  return readSettings(process.env, (path) => readFileSync(path, 'utf8'));
}
