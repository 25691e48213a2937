import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { useMe } from '../../session/me';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { Section } from '../../ui/section';
import { UserSelect } from '../users/user-select';
import { useActiveUsers, type User } from '../users/use-users';
import { SITE, type Site } from './use-site';

const { site: words } = text.admin;

export function SiteOwner({ site: { ownerId } }: { readonly site: Site }) {
  const me = useMe();
  const { data: users = [] } = useActiveUsers();
  const [opened, setOpened] = useState(false);
  const owner = users.find(({ id }) => id === ownerId);
  const mayHandOver = ownerId === me.user.id || (ownerId === null && me.roles.includes('ROLE_ADMIN'));
  return (
    <Section
      title={words.owner}
      hint={words.ownerHint}
      actions={
        mayHandOver && (
          <Button
            variant="default"
            onClick={() => {
              setOpened(true);
            }}
          >
            {words.handOver}
          </Button>
        )
      }
    >
      <Text>{ownerId === null ? words.noOwner : (owner?.username ?? ownerId)}</Text>
      <HandOver
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
      />
    </Section>
  );
}

function HandOver({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [receiver, setReceiver] = useState<User | null>(null);
  const handOver = useChange({
    mutationFn: (userId: string) => answerOf(api.PUT('/admin/site/owner', { body: { userId } })),
    onSuccess: (site) => {
      notifyDone(words.handedOver);
      queries.setQueryData(SITE, site);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.handOverTitle}
      submit={words.handOver}
      opened={opened}
      isRunning={handOver.isPending}
      error={handOver.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (receiver !== null) handOver.mutate(receiver.id);
      }}
      onClose={() => {
        handOver.reset();
        onClose();
      }}
    >
      <Text>{words.handOverHint}</Text>
      <UserSelect label={words.handOverTo} kind="person" value={receiver?.id ?? null} onChange={setReceiver} />
    </FormDialog>
  );
}
