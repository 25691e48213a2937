declare const siteIdBrand: unique symbol;

/**
 * The id of a site to which a caller has proved to belong. It has a type of its own, so that no string from a request can take
 * its place: it comes from a principal or from a row that was read.
 */
export type SiteId = string & { readonly [siteIdBrand]: true };
