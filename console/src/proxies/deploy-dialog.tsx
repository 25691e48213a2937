import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { hasCode } from '../api/problem';
import { ifUnchanged } from '../api/versions';
import { useChange } from '../api/use-change';
import { useMe } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';
import { Dialog } from '../ui/dialog';
import { Loaded } from '../ui/loaded';
import { notifyDone } from '../ui/notify';
import { useKept } from '../ui/use-kept';
import { ChangesTable } from './changes-table';
import { ConfirmDeployment } from './confirm-deployment';
import { addressOf } from './gateway-address';
import { useAccount } from './use-account';
import { PROXIES, useDifference, usePendingChanges, type EditedProxy, type Revision } from './use-proxies';

const { deployment: words } = proxyWords;

interface DeployDialogProps {
  readonly proxy: EditedProxy;
  /** What to deploy: the proxy as it is edited, or an older revision. Null is nothing: the dialog is closed. */
  readonly revision: Revision | 'edited' | null;
  readonly onClose: () => void;
}

/** Shows what would change for callers, then asks. */
export function DeployDialog({ proxy, revision, onClose }: DeployDialogProps) {
  const { id, name } = proxy;
  const queries = useQueryClient();
  const { header } = useAccount();
  const shown = useKept(revision);
  const isOlder = shown !== null && shown !== 'edited';
  const seen = useSeen(proxy, isOlder);
  const deploy = useChange({
    mutationFn: (asked: Revision | 'edited') =>
      answerOf(
        api.POST('/proxies/{id}/deploy', {
          params: { header: { ...header, ...ifUnchanged({ etag: seen ?? '' }) }, path: { id } },
          body: asked === 'edited' ? {} : { revision: asked.revision },
        }),
      ),
    onError: async (error) => {
      if (hasCode(error, 'edit_conflict')) await queries.invalidateQueries({ queryKey: PROXIES });
    },
    onSuccess: async (deployed) => {
      notifyDone(words.deployed(name, deployed.revision));
      onClose();
      await queries.invalidateQueries({ queryKey: PROXIES });
    },
  });
  const close = () => {
    deploy.reset();
    onClose();
  };
  return (
    <Dialog
      opened={revision !== null}
      size="xl"
      title={isOlder ? words.againNamed(shown.revision) : words.deployTitle(name)}
      onClose={close}
    >
      {shown !== null && (
        <ConfirmDeployment
          isRunning={deploy.isPending}
          isReady={seen !== null}
          error={deploy.error}
          onConfirm={() => {
            deploy.mutate(shown);
          }}
          onClose={close}
        >
          {proxy.deployedRevision === null ? (
            <FirstTime definition={isOlder ? shown.definition : proxy} />
          ) : isOlder ? (
            <OlderChanges proxyId={id} from={proxy.deployedRevision} to={shown.revision} />
          ) : (
            <EditedChanges proxyId={id} />
          )}
        </ConfirmDeployment>
      )}
    </Dialog>
  );
}

/** The version that is shown, for it alone is deployed; null while it is not known yet. An older revision never changes. */
function useSeen({ id, etag, deployedRevision }: EditedProxy, isOlder: boolean): string | null {
  const { data } = usePendingChanges(id);
  if (isOlder) return '';
  return deployedRevision === null ? etag : (data?.etag ?? null);
}

function FirstTime({ definition: { path, routes } }: { readonly definition: Revision['definition'] }) {
  const { site } = useMe();
  return <Text>{words.deployFirst(addressOf(site, path), routes.length)}</Text>;
}

function EditedChanges({ proxyId }: { readonly proxyId: string }) {
  return <WhatChanges query={usePendingChanges(proxyId)} />;
}

function OlderChanges({ proxyId, from, to }: { readonly proxyId: string; readonly from: number; readonly to: number }) {
  return <WhatChanges query={useDifference(proxyId, { from, to })} />;
}

interface WhatChangesProps {
  readonly query: ReturnType<typeof usePendingChanges> | ReturnType<typeof useDifference>;
}

function WhatChanges({ query }: WhatChangesProps) {
  return (
    <Loaded<{ changes: Parameters<typeof ChangesTable>[0]['changes'] }> query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <Text>{words.deployNothing}</Text>
        ) : (
          <Stack gap="xs">
            <Text fw={600}>{words.deployChanges}</Text>
            <ChangesTable changes={changes} />
          </Stack>
        )
      }
    </Loaded>
  );
}
