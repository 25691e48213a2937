import { text } from '../text/text';
import { Time } from '../ui/time';

/** When an API key last called. */
export function Traffic({ at }: { readonly at: string | null }) {
  return at === null ? text.applications.noTraffic : <Time at={at} words />;
}
