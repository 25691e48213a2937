import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '../../shared/clock/clock.js';
import { CredentialFinder } from '../../shared/exposure/credential-finder.js';
import { CredentialFormat } from '../../shared/crypto/credential-format.js';
import { KeyRing } from '../../shared/crypto/key-ring.js';
import { Randomness } from '../../shared/crypto/randomness.js';
import { RowSeal } from '../../shared/crypto/row-seal.js';
import { Ids } from '../../shared/ids/ids.js';
import { DeploymentKeyFile } from './deployment-key-file.js';
import { deploymentKeys } from './deployment-keys.js';
import { Settings } from './settings.js';

/** What a test may put in place of the real parts. */
export interface ConfigParts {
  readonly clock?: Clock;
  readonly randomness?: Randomness;
}

/**
 * Owns the settings and everything that depends on them alone: clock, randomness, ids, deployment keys, credential format.
 * Leaves to others everything that needs a database or the network.
 */
@Module({})
export class ConfigModule {
  static register(settings: Settings, parts: ConfigParts = {}): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: parts.clock ?? new Clock() },
        { provide: Randomness, useValue: parts.randomness ?? new Randomness() },
        {
          provide: KeyRing,
          inject: [Randomness],
          useFactory: (randomness: Randomness) => deploymentKeys(settings, randomness),
        },
        { provide: CredentialFormat, useValue: new CredentialFormat(settings.tokenPrefix) },
        CredentialFinder,
        DeploymentKeyFile,
        Ids,
        RowSeal,
      ],
      exports: [
        Settings,
        Clock,
        Randomness,
        KeyRing,
        DeploymentKeyFile,
        CredentialFinder,
        CredentialFormat,
        Ids,
        RowSeal,
      ],
    };
  }
}
