import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { InvitationLink, type Invitation } from './invitation-link';
import { useMayGiveRoles, USERS } from './use-users';
import { UserFields, type UserForm } from './user-fields';

const { form: words } = text.admin.users;
const EMPTY: UserForm = { username: '', email: '', kind: 'person', roles: [] };

interface CreateUserProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CreateUser({ opened, onClose }: CreateUserProps) {
  const queries = useQueryClient();
  const mayGiveRoles = useMayGiveRoles();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const form = useForm<UserForm>({ defaultValues: EMPTY });
  const close = () => {
    form.reset(EMPTY);
    create.reset();
    onClose();
  };
  const create = useChange({
    mutationFn: (user: UserForm) => answerOf(api.POST('/admin/users', { body: requestOf(user, mayGiveRoles) })),
    onSuccess: async ({ username, invitation: link }) => {
      if (link === null) notifyDone(text.saved);
      else setInvitation({ ...link, username });
      close();
      await queries.invalidateQueries({ queryKey: USERS });
    },
  });
  return (
    <>
      <FormDialog
        title={words.createTitle}
        submit={words.submit}
        opened={opened}
        isRunning={create.isPending}
        error={create.error}
        labels={{ username: words.username, email: words.email, roles: words.roles }}
        onSubmit={form.handleSubmit((user) => {
          create.mutate(user);
        })}
        onClose={close}
      >
        <UserFields form={form} withKind />
      </FormDialog>
      <InvitationLink
        invitation={invitation}
        onClose={() => {
          setInvitation(null);
        }}
      />
    </>
  );
}

function requestOf({ username, email, kind, roles }: UserForm, mayGiveRoles: boolean): Schemas['CreateUserRequest'] {
  return {
    username: username.trim(),
    email: email.trim() === '' ? null : email.trim(),
    kind,
    ...(mayGiveRoles ? { roles } : {}),
  };
}
