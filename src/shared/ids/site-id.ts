declare const siteIdBrand: unique symbol;

/**
 * The id of a site that somebody has proved to belong to. It is a type of its own so that no string from a
 * request can stand in for it: it comes from a principal or from a row that was read.
 */
export type SiteId = string & { readonly [siteIdBrand]: true };
