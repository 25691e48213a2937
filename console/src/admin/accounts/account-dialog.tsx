import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { useKept } from '../../ui/use-kept';

export type Account = Schemas['AccountResponse'];

const { accounts: words } = text.admin;
export type EditedAccount = Account | 'new';

interface AccountForm {
  name: string;
  description: string;
}

interface AccountDialogProps {
  /** Null is none: the dialog is closed. */
  readonly account: EditedAccount | null;
  readonly onClose: () => void;
}

export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const queries = useQueryClient();
  const shown = useKept(account);
  const form = useForm<AccountForm>({ defaultValues: { name: '', description: '' } });
  const { reset } = form;
  const save = useChange({
    mutationFn: (filled: AccountForm) => saveAccount(account, filled),
    onSuccess: async () => {
      notifyDone(text.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  const forget = save.reset;
  useEffect(() => {
    if (account === null) return;
    reset(account === 'new' ? { name: '', description: '' } : { ...account, description: account.description ?? '' });
    forget();
  }, [account, reset, forget]);
  return (
    <FormDialog
      title={shown === 'new' || shown === null ? words.createTitle : words.editTitle}
      submit={text.save}
      opened={account !== null}
      isRunning={save.isPending}
      isUnchanged={account !== 'new' && !form.formState.isDirty}
      error={save.error}
      onSubmit={form.handleSubmit((filled) => {
        save.mutate(filled);
      })}
      onClose={onClose}
    >
      <TextInput
        label={words.name}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={form.formState.errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || text.required })}
      />
      <Textarea label={words.description} maxLength={1000} autosize minRows={2} {...form.register('description')} />
    </FormDialog>
  );
}

function saveAccount(account: EditedAccount | null, { name, description }: AccountForm): Promise<Account> {
  const body = { name: name.trim(), description: description.trim() === '' ? null : description.trim() };
  if (account === 'new' || account === null) return answerOf(api.POST('/accounts', { body }));
  return answerOf(api.PATCH('/accounts/{id}', { params: { path: { id: account.id } }, body }));
}
