import type { Application } from './application.entity.js';
import type { ClientSecret } from './secrets/client-secret.entity.js';

/** An application as other modules may see it. */
export type ApplicationRecord = Readonly<Application>;

/** A client secret as other modules may see it. The value is in no row. */
export type ClientSecretRecord = Readonly<ClientSecret>;

export interface ApplicationInUse {
  readonly application: ApplicationRecord;
  /** When one of its tokens was last used. */
  readonly lastUsedAt: Date | null;
}
