import { Badge, Group } from '@mantine/core';
import { proxies as proxyWords } from '../text/proxies';
import type { Proxy } from './use-proxies';

const { states } = proxyWords;

/** Deployed or not, and whether it was edited since. */
export function ProxyState({ proxy: { deployedRevision, edited } }: { readonly proxy: Proxy }) {
  return (
    <Group gap={6}>
      <Badge variant="dot" tt="none" color={deployedRevision === null ? 'gray' : 'green'}>
        {deployedRevision === null ? states.none : states.deployed}
      </Badge>
      {edited === true && (
        <Badge variant="dot" tt="none" color="orange">
          {states.edited}
        </Badge>
      )}
    </Group>
  );
}
