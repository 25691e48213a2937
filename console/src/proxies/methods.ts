/** What a rule can be about. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type Method = (typeof METHODS)[number];

/** Stands alone in a rule, for all of them. */
export const EVERY_METHOD = '*';
