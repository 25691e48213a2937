import { Badge } from '@mantine/core';
import { now } from '../../clock';
import { upstreams } from '../../text/upstreams';
import type { Certificate } from '../use-upstreams';

const { expiry: words } = upstreams.certificates;
const DAY_MILLISECONDS = 24 * 3600 * 1000;

interface Expiry {
  readonly color: string;
  readonly label: string;
}

/** At a glance: whether it is valid, and for how long if that is not long. When "soon" begins is the service's to say. */
export function CertificateExpiry({ certificate }: { readonly certificate: Certificate }) {
  const { color, label } = expiryOf(certificate);
  return (
    <Badge variant="dot" color={color} tt="none">
      {label}
    </Badge>
  );
}

function expiryOf({ validFrom, validTo, expiresSoon }: Certificate): Expiry {
  const left = new Date(validTo).getTime() - now().getTime();
  if (left <= 0) return { color: 'red', label: words.expired };
  if (new Date(validFrom).getTime() > now().getTime()) return { color: 'orange', label: words.notYet };
  if (!expiresSoon) return { color: 'green', label: words.valid };
  const days = Math.floor(left / DAY_MILLISECONDS);
  return { color: 'orange', label: days === 0 ? words.today : words.soon(days) };
}
