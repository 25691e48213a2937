import { Logger } from '@nestjs/common';
import type { Randomness } from '../shared/crypto/randomness.js';
import { KeyRing } from '../shared/crypto/key-ring.js';
import { Secret } from '../shared/crypto/secret.js';
import { DataFolder } from './data-folder.js';
import { KEY_BYTES, secretKeys } from './secret-parsers.js';
import type { Settings } from './settings.js';

const KEY_FILE = 'deployment.key';
const logger = new Logger('Config');

/** The keys that seal what is kept: those of the settings, else one that the data folder keeps (embedded database only). */
export function deploymentKeys(settings: Settings, randomness: Randomness): KeyRing {
  const keys = settings.secretKeys ?? keptKeys(new DataFolder(settings.dataDir), randomness);
  return new KeyRing(
    keys.map((key) => Buffer.from(key.reveal(), 'base64')),
    randomness,
  );
}

function keptKeys(folder: DataFolder, randomness: Randomness): Secret[] {
  folder.prepare();
  const kept = folder.read(KEY_FILE);
  if (kept !== null) return secretKeys(new Secret(kept.trim()));
  const made = Buffer.from(randomness.bytes(KEY_BYTES)).toString('base64');
  const present = folder.writeOnce(KEY_FILE, `${made}\n`);
  logger.log(`made a deployment key in ${folder.file(KEY_FILE)}; back it up with the database`);
  return secretKeys(new Secret(present.trim()));
}
