import { upstreams } from '../../text/upstreams';
import type { Certificate } from '../use-upstreams';

const { use: words } = upstreams.certificates;

/** What a certificate is good for in a connection. */
export function goodFor({ hasPrivateKey, isCa }: Certificate): string {
  if (hasPrivateKey) return words.show;
  return isCa ? words.sign : words.trust;
}
