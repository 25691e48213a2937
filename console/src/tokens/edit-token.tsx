import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { FormDialog } from '../ui/form-dialog';
import { notifyDone } from '../ui/notify';
import { OwnScopesField } from '../ui/scopes-field';
import { useKept } from '../ui/use-kept';
import { NetworksField } from './networks-field';
import { networksOf, type NewToken, TOKEN_LABELS } from './new-token';
import type { Token } from './token-cells';
import { TOKENS } from './use-tokens';

const { form: words, edition } = text.tokens;

/** What can be changed of a token that there is. */
type TokenEdit = Pick<NewToken, 'name' | 'scopes' | 'networks'>;

interface EditTokenProps {
  /** Null is no token: the dialog is closed. */
  readonly token: Token | null;
  readonly onClose: () => void;
}

export function EditToken({ token, onClose }: EditTokenProps) {
  const queries = useQueryClient();
  const shown = useKept(token);
  const form = useForm<TokenEdit>({ defaultValues: { name: '', scopes: null, networks: '' } });
  const { dirtyFields, errors, isDirty } = form.formState;
  const save = useChange({
    mutationFn: ({ id, body }: { id: string; body: Schemas['UpdateTokenRequest'] }) =>
      answerOf(api.PATCH('/tokens/{id}', { params: { path: { id } }, body })),
    onSuccess: async () => {
      notifyDone(text.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: TOKENS });
    },
    // it may be over by now: the list is to show so
    onError: () => queries.invalidateQueries({ queryKey: TOKENS }),
  });
  const { reset } = form;
  const forget = save.reset;
  useEffect(() => {
    if (token === null) return;
    reset({ name: token.name, scopes: token.scopes, networks: token.allowedNetworks?.join('\n') ?? '' });
    forget();
  }, [token, reset, forget]);
  return (
    <FormDialog
      opened={token !== null}
      title={edition.title(shown?.name ?? '')}
      submit={text.save}
      size="lg"
      isRunning={save.isPending}
      isUnchanged={!isDirty}
      error={save.error}
      labels={TOKEN_LABELS}
      onSubmit={form.handleSubmit((filled) => {
        if (token !== null) save.mutate({ id: token.id, body: changesOf(filled, dirtyFields) });
      })}
      onClose={onClose}
    >
      <TextInput
        label={words.name}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || text.required })}
      />
      <OwnScopesField control={form.control} label={words.may} there={shown?.scopes} />
      <NetworksField {...form.register('networks')} />
    </FormDialog>
  );
}

/** What was left as it is isn't said: it may be more than one could ask for today. */
function changesOf(
  { name, scopes, networks }: TokenEdit,
  dirty: Readonly<Partial<Record<keyof TokenEdit, unknown>>>,
): Schemas['UpdateTokenRequest'] {
  return {
    ...(dirty.name === undefined ? {} : { name: name.trim() }),
    ...(dirty.scopes === undefined ? {} : { scopes }),
    ...(dirty.networks === undefined ? {} : { allowedNetworks: networksOf(networks) }),
  };
}
