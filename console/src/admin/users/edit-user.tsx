import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { useMayGiveRoles, type User } from './use-users';
import { UserFields, type UserForm } from './user-fields';

const { users: words } = text.admin;

export function EditUser({ user }: { readonly user: User }) {
  const queries = useQueryClient();
  const mayGiveRoles = useMayGiveRoles();
  const [opened, setOpened] = useState(false);
  const form = useForm<UserForm>();
  const save = useChange({
    mutationFn: (body: Schemas['UpdateUserRequest']) =>
      answerOf(api.PATCH('/admin/users/{id}', { params: { path: { id: user.id } }, body })),
    onSuccess: async () => {
      notifyDone(text.saved);
      setOpened(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          form.reset({ username: user.username, email: user.email ?? '', kind: user.kind, roles: user.roles });
          save.reset();
          setOpened(true);
        }}
      >
        {words.edit}
      </Button>
      <FormDialog
        title={words.form.editTitle}
        submit={text.save}
        opened={opened}
        isRunning={save.isPending}
        isUnchanged={!form.formState.isDirty}
        error={save.error}
        labels={{ username: words.form.username, email: words.form.email, roles: words.form.roles }}
        onSubmit={form.handleSubmit((changed) => {
          save.mutate(changesOf(user, changed, mayGiveRoles));
        })}
        onClose={() => {
          setOpened(false);
        }}
      >
        <UserFields form={form} withKind={false} />
      </FormDialog>
    </>
  );
}

/** Roles are named only when they changed: giving them wants the password again. */
function changesOf(user: User, changed: UserForm, mayGiveRoles: boolean): Schemas['UpdateUserRequest'] {
  const email = changed.email.trim();
  const isSame = [...changed.roles].sort().join() === [...user.roles].sort().join();
  return {
    username: changed.username.trim(),
    email: email === '' ? null : email,
    ...(mayGiveRoles && !isSame ? { roles: changed.roles } : {}),
  };
}
