import { Logger } from '@nestjs/common';
import type { Randomness } from '../shared/crypto/randomness.js';
import { KeyRing } from '../shared/crypto/key-ring.js';
import { Secret } from '../shared/crypto/secret.js';
import { DataFolder } from './data-folder.js';
import { KEY_BYTES, secretKeys } from './secret-parsers.js';
import type { Settings } from './settings.js';

const KEY_FILE = 'deployment.key';
const logger = new Logger('Config');

/** The keys that seal what is kept: those of the settings, else those that the data folder keeps (embedded database only). */
export function deploymentKeys(settings: Settings, randomness: Randomness): KeyRing {
  if (settings.secretKeys !== null) return new KeyRing(bytesOf(settings.secretKeys), randomness);
  const folder = new DataFolder(settings.dataDir);
  return new KeyRing(bytesOf(keptKeys(folder, randomness)), randomness, () => {
    const kept = readKeys(folder);
    return kept && bytesOf(kept);
  });
}

/**
 * Makes a new key and puts it before the kept ones; answers whether there is a file to put it into. The old keys stay
 * in it: they open what was sealed with them, also from a backup. Two who do so must take turns: the later would lose
 * the key of the earlier.
 */
export function addDeploymentKey(settings: Settings, randomness: Randomness): boolean {
  if (settings.secretKeys !== null) return false;
  const folder = new DataFolder(settings.dataDir);
  const keys = [newKey(randomness), ...keptKeys(folder, randomness).map((key) => key.reveal())];
  folder.replace(KEY_FILE, `${keys.join(',')}\n`);
  return true;
}

function keptKeys(folder: DataFolder, randomness: Randomness): Secret[] {
  folder.prepare();
  const kept = readKeys(folder);
  if (kept !== null) return kept;
  const present = folder.writeOnce(KEY_FILE, `${newKey(randomness)}\n`);
  logger.log(`made a deployment key in ${folder.file(KEY_FILE)}; back it up with the database`);
  return secretKeys(new Secret(present.trim()));
}

function readKeys(folder: DataFolder): Secret[] | null {
  const kept = folder.read(KEY_FILE);
  return kept === null ? null : secretKeys(new Secret(kept.trim()));
}

function newKey(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(KEY_BYTES)).toString('base64');
}

function bytesOf(keys: readonly Secret[]): Buffer[] {
  return keys.map((key) => Buffer.from(key.reveal(), 'base64'));
}
