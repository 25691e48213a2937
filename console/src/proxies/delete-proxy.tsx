import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { useMay } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { notifyDone } from '../ui/notify';
import { useAccount } from './use-account';
import { PROXIES, type Proxy } from './use-proxies';

const { detail: words } = proxyWords;

/** One that is deployed takes the right to deploy too. */
export function DeleteProxy({ proxy }: { readonly proxy: Proxy }) {
  const { id, name, projectId, deployedRevision } = proxy;
  const mayDeploy = useMay()('proxies:deploy');
  const { id: account, header, linkTo } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const remove = useChange({
    mutationFn: () => answerOf(api.DELETE('/proxies/{id}', { params: { header, path: { id } } })),
    onSuccess: async () => {
      notifyDone(words.deleted(name));
      await navigate(linkTo(`/projects/${projectId}`), { replace: true }); // else this page would ask for it again
      await queries.invalidateQueries({ queryKey: [...PROXIES, account, 'of', projectId] });
    },
  });
  const isDeployed = deployedRevision !== null;
  if (isDeployed && !mayDeploy)
    return (
      <Text size="sm" c="dimmed">
        {words.deleteNeedsUndeploy}
      </Text>
    );
  return (
    <>
      <Button
        color="red"
        variant="outline"
        onClick={() => {
          setOpened(true);
        }}
      >
        {words.delete}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={words.deleteTitle(name)}
        hint={isDeployed ? `${words.deleteDeployed} ${words.deleteHint}` : words.deleteHint}
        submit={words.deleteSubmit}
        typeName={isDeployed ? name : undefined}
        isRunning={remove.isPending}
        error={remove.error}
        onConfirm={() => {
          remove.mutate();
        }}
        onClose={() => {
          remove.reset();
          setOpened(false);
        }}
      />
    </>
  );
}
