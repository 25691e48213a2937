import { ADMIN_WEAKENINGS } from './admin.weakenings.js';
import { AUTH_WEAKENINGS } from './auth.weakenings.js';
import { DIRECTORY_WEAKENINGS } from './directory.weakenings.js';
import { FRESHNESS } from './freshness.weakenings.js';
import { GATEWAY_WEAKENINGS } from './gateway.weakenings.js';
import { HTTP_WEAKENINGS } from './http.weakenings.js';
import { SHARED_WEAKENINGS } from './shared.weakenings.js';
import { TOKEN_WEAKENINGS } from './tokens.weakenings.js';
import type { Weakening } from './weakening.js';

/** All of them, in the order of the floors of src/. */
export const WEAKENINGS: readonly Weakening[] = [
  ...SHARED_WEAKENINGS,
  ...HTTP_WEAKENINGS,
  ...FRESHNESS,
  ...DIRECTORY_WEAKENINGS,
  ...TOKEN_WEAKENINGS,
  ...GATEWAY_WEAKENINGS,
  ...AUTH_WEAKENINGS,
  ...ADMIN_WEAKENINGS,
];
