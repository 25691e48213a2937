import { Button } from '@mantine/core';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { proxies as proxyWords } from '../text/proxies';
import { downloadFile } from '../ui/download-file';
import { ProblemAlert } from '../ui/problem-alert';
import { useAccount } from './use-account';
import type { Proxy } from './use-proxies';

/** The file that another proxy can be made from, here or elsewhere. */
export function ExportProxy({ proxy: { id, path } }: { readonly proxy: Proxy }) {
  const { header } = useAccount();
  const read = useChange({
    mutationFn: () => answerOf(api.GET('/proxies/{id}/export', { params: { header, path: { id } } })),
    onSuccess: (definition) => {
      const name = path.slice(1).replaceAll('/', '-');
      downloadFile(`${name}.json`, 'application/json', `${JSON.stringify(definition, null, 2)}\n`);
    },
  });
  return (
    <>
      <ProblemAlert error={read.error} />
      <Button
        variant="default"
        loading={read.isPending}
        onClick={() => {
          read.mutate();
        }}
      >
        {proxyWords.detail.export}
      </Button>
    </>
  );
}
