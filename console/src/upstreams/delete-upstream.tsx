import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import { useChange } from '../api/use-change';
import { upstreams } from '../text/upstreams';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { notifyDone } from '../ui/notify';
import { InUseAlert } from './in-use-alert';

const { general: words } = upstreams;

export type UpstreamKind = 'connections' | 'credentials' | 'certificates';

interface DeleteUpstreamProps {
  readonly kind: UpstreamKind;
  readonly id: string;
  readonly name: string;
  readonly hint: string;
}

/** A connection, a credential or a certificate: what is in use stays, and says what uses it. */
export function DeleteUpstream({ kind, id, name, hint }: DeleteUpstreamProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const remove = useChange({
    mutationFn: () => answerOf(api.DELETE(`/${kind}/{id}`, { params: { path: { id } } })),
    onSuccess: async () => {
      notifyDone(words.deleted(name));
      await navigate(`/upstreams/${kind}`, { replace: true }); // else the page that is left would ask for it again
      queries.removeQueries({ queryKey: [kind, 'one', id] });
      await queries.invalidateQueries({ queryKey: [kind] });
    },
  });
  const inUse = remove.error instanceof ProblemError && remove.error.code === 'in_use' ? remove.error : null;
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
        hint={hint}
        submit={words.delete}
        isRunning={remove.isPending}
        error={inUse === null ? remove.error : null}
        onConfirm={() => {
          remove.mutate();
        }}
        onClose={() => {
          remove.reset();
          setOpened(false);
        }}
      >
        {inUse !== null && <InUseAlert name={name} error={inUse} />}
      </ConfirmDialog>
    </>
  );
}
