import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { proxies as proxyWords } from '../text/proxies';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { notifyDone } from '../ui/notify';
import { useAccount } from './use-account';
import { PROXIES, type Proxy } from './use-proxies';

const { deployment: words } = proxyWords;

interface UndeployProps {
  readonly proxy: Proxy;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function Undeploy({ proxy: { id, name }, opened, onClose }: UndeployProps) {
  const queries = useQueryClient();
  const { header } = useAccount();
  const undeploy = useChange({
    mutationFn: () => answerOf(api.POST('/proxies/{id}/undeploy', { params: { header, path: { id } } })),
    onSuccess: async () => {
      notifyDone(words.undeployed(name));
      onClose();
      await queries.invalidateQueries({ queryKey: PROXIES });
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={words.undeployTitle(name)}
      hint={words.undeployHint}
      submit={words.undeploySubmit}
      isRunning={undeploy.isPending}
      error={undeploy.error}
      onConfirm={() => {
        undeploy.mutate();
      }}
      onClose={() => {
        undeploy.reset();
        onClose();
      }}
    />
  );
}
