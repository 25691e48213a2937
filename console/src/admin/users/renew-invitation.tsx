import { Button } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { InvitationLink, type Invitation } from './invitation-link';
import type { User } from './use-users';

const { invitation: words } = text.admin.users;

export function RenewInvitation({ user: { id, username } }: { readonly user: User }) {
  const [asking, setAsking] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const renew = useChange({
    mutationFn: () => answerOf(api.POST('/admin/users/{id}/invitation', { params: { path: { id } } })),
    onSuccess: (link) => {
      setInvitation({ ...link, username });
      setAsking(false);
      renew.reset();
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {words.renew}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={words.renewTitle}
        hint={words.renewHint}
        submit={words.renewSubmit}
        isDangerous={false}
        isRunning={renew.isPending}
        error={renew.error}
        onConfirm={() => {
          renew.mutate();
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
      <InvitationLink
        invitation={invitation}
        onClose={() => {
          setInvitation(null);
        }}
      />
    </>
  );
}
