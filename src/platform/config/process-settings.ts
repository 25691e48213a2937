import { readFileSync } from 'node:fs';
import { readSettings } from './reading/read-settings.js';
import { notedPublicUrl } from './noted-public-url.js';
import { settingsOf, type Settings } from './settings.js';

/** The settings of this process. Throws SettingsError with every problem. */
export function processSettings(): Settings {
  return readSettings(process.env, (path) => readFileSync(path, 'utf8'));
}

/**
 * The settings of an operator's command. Its shell seldom has all variables of the service, so that links would lead to the
 * default port: without PUBLIC_URL and PORT, they begin with the URL of the service that last ran on this data folder.
 */
export function operatorSettings(): Settings {
  const settings = processSettings();
  const isSet = (name: string) => (process.env[name]?.trim() ?? '') !== '';
  if (isSet('GATEHOUSE_PUBLIC_URL') || isSet('GATEHOUSE_PORT')) return settings;
  return settingsOf({ ...settings, publicUrl: notedPublicUrl(settings) ?? settings.publicUrl });
}
