import type { Application } from './application.entity.js';

/** An application as other modules may see it. */
export type ApplicationRecord = Readonly<Application>;

export interface ApplicationInUse {
  readonly application: ApplicationRecord;
  /** When one of its tokens was last used. */
  readonly lastUsedAt: Date | null;
}
