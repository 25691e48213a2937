import type { LateBody } from '../../../shared/protocol/late-body.js';

/** Room for 2,000 rules, and for what an import says about them. */
export const RULES_BODY: LateBody = { bytes: 4 * 1024 * 1024, values: 100_000 };
