import { Injectable, Logger } from '@nestjs/common';
import { Randomness } from '../../shared/crypto/randomness.js';
import { Secret } from '../../shared/crypto/secret.js';
import { DataFolder, DEPLOYMENT_KEY } from './data-folder.js';
import { KEY_BYTES, secretKeys } from './reading/secret-parsers.js';
import { Settings } from './settings.js';

/**
 * The deployment keys that the service makes for itself, with the embedded database only. The file has them comma-separated; the
 * first key seals.
 */
@Injectable()
export class DeploymentKeyFile {
  readonly #logger = new Logger('Config');
  readonly #folder: DataFolder;

  constructor(
    private readonly settings: Settings,
    private readonly randomness: Randomness,
  ) {
    this.#folder = new DataFolder(settings.dataDir);
  }

  /** Whether the keys come from the file and not from the settings. */
  get isUsed(): boolean {
    return this.settings.secretKeys === null;
  }

  get path(): string {
    return this.#folder.file(DEPLOYMENT_KEY);
  }

  /** The existing keys; null when there is no file. */
  read(): Secret[] | null {
    const content = this.#folder.read(DEPLOYMENT_KEY);
    return content === null ? null : secretKeys(new Secret(content.trim()));
  }

  /** The existing keys. Makes and keeps a new key if there are none. */
  readOrMake(): Secret[] {
    this.#folder.prepare();
    const kept = this.read();
    if (kept !== null) return kept;
    const present = this.#folder.writeOnce(DEPLOYMENT_KEY, `${this.#newKey()}\n`);
    this.#logger.log(`made a deployment key in ${this.path}; back it up with the database`);
    return secretKeys(new Secret(present.trim()));
  }

  /**
   * Puts a new key before the others. The others stay: they open what they have sealed, also in a backup. The caller must be the
   * only one, or the later call loses the key of the earlier.
   */
  addFirst(): void {
    const keys = this.readOrMake().map((key) => key.reveal());
    this.#folder.replace(DEPLOYMENT_KEY, `${[this.#newKey(), ...keys].join(',')}\n`);
  }

  #newKey(): string {
    return Buffer.from(this.randomness.bytes(KEY_BYTES)).toString('base64');
  }
}
