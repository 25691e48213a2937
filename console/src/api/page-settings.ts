/** What the service wrote into its page (src/platform/http/console/console-page.ts). */
function metaContent(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="gatehouse-${name}"]`)?.content ?? '';
}

export const pageSettings = {
  /** The path that the service is below, behind a reverse proxy; usually empty. */
  base: metaContent('base'),
  api: metaContent('api'),
  /** Browsers hide the attribute from everything but this property. */
  nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '',
};
