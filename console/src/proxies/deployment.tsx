import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMay, useMe } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';
import { Loaded } from '../ui/loaded';
import { Section } from '../ui/section';
import { ChangesTable } from './changes-table';
import { DeployDialog } from './deploy-dialog';
import { addressOf } from './gateway-address';
import { ProxyState } from './proxy-state';
import { Undeploy } from './undeploy';
import { usePendingChanges, type Change, type EditedProxy, type Proxy } from './use-proxies';

const { deployment: words } = proxyWords;

/** What of it is served, what would be, and the two buttons for who may press them. */
export function Deployment({ proxy }: { readonly proxy: EditedProxy }) {
  const mayDeploy = useMay()('proxies:deploy');
  const [asked, setAsked] = useState<'deploy' | 'undeploy' | null>(null);
  const close = () => {
    setAsked(null);
  };
  const isDeployed = proxy.deployedRevision !== null;
  return (
    <Section
      title={words.title}
      actions={
        mayDeploy && (
          <Group gap="sm">
            {isDeployed && (
              <Button
                variant="default"
                onClick={() => {
                  setAsked('undeploy');
                }}
              >
                {words.undeploy}
              </Button>
            )}
            {proxy.edited !== false && (
              <Button
                onClick={() => {
                  setAsked('deploy');
                }}
              >
                {words.deploy}
              </Button>
            )}
          </Group>
        )
      }
    >
      <Served proxy={proxy} />
      {mayDeploy && (
        <>
          <DeployDialog proxy={proxy} revision={asked === 'deploy' ? 'edited' : null} onClose={close} />
          <Undeploy proxy={proxy} opened={asked === 'undeploy'} onClose={close} />
        </>
      )}
    </Section>
  );
}

function Served({ proxy }: { readonly proxy: Proxy }) {
  const mayDeploy = useMay()('proxies:deploy');
  const { deployedRevision, edited } = proxy;
  return (
    <Stack gap="sm">
      <ProxyState proxy={proxy} />
      {deployedRevision === null ? (
        <Text>{words.none}</Text>
      ) : (
        <Text>
          {words.serves(deployedRevision)} {edited === false && words.same}
        </Text>
      )}
      {deployedRevision !== null && <Changes proxy={proxy} />}
      {edited !== false && !mayDeploy && <Text c="dimmed">{words.waits}</Text>}
    </Stack>
  );
}

/** The address is that of what is served: an edited path is none before it is deployed. */
function Changes({ proxy }: { readonly proxy: Proxy }) {
  const { site } = useMe();
  const query = usePendingChanges(proxy.id);
  return (
    <Loaded query={query}>
      {({ changes }) => (
        <>
          <Code style={{ alignSelf: 'flex-start', overflowWrap: 'anywhere' }}>
            {addressOf(site, servedPath(proxy, changes))}
          </Code>
          {changes.length > 0 && (
            <>
              <Text>{words.differs(changes.length)}</Text>
              <ChangesTable changes={changes} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function servedPath({ path }: Proxy, changes: readonly Change[]): string {
  const moved = changes.find((change) => change.path === 'path');
  return typeof moved?.before === 'string' ? moved.before : path;
}
