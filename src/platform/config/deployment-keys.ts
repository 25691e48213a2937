import { KeyRing } from '../../shared/crypto/key-ring.js';
import type { Randomness } from '../../shared/crypto/randomness.js';
import type { Secret } from '../../shared/crypto/secret.js';
import { DeploymentKeyFile } from './deployment-key-file.js';
import type { Settings } from './settings.js';

/** The keys that seal stored values: those of the settings, else those of the key file. */
export function deploymentKeys(settings: Settings, randomness: Randomness): KeyRing {
  if (settings.secretKeys !== null) return new KeyRing(bytesOf(settings.secretKeys), randomness);
  const file = new DeploymentKeyFile(settings, randomness);
  return new KeyRing(bytesOf(file.readOrMake()), randomness, () => {
    const kept = file.read();
    return kept && bytesOf(kept);
  });
}

function bytesOf(keys: readonly Secret[]): Buffer[] {
  return keys.map((key) => Buffer.from(key.reveal(), 'base64'));
}
