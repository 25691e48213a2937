import { pageSettings } from '../api/page-settings';
import type { Me } from '../session/me';

/** Where callers find a proxy. */
export function addressOf({ slug }: Me['site'], path: string): string {
  return `${location.origin}${pageSettings.base}/gw/${slug}${path}`;
}
