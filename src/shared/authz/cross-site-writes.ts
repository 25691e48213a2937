interface Write {
  readonly method: string;
  readonly headers: { readonly origin?: string | undefined; readonly cookie?: string | undefined };
}

/** What http asks about a body that only a form of some page would send. auth knows the session and the origins. */
export abstract class CrossSiteWrites {
  /** @throws csrf when the request brings a session, and comes from a page that may not write with it */
  abstract requireOwnPage(request: Write): void;
}
