import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { ifUnchanged } from '../../api/versions';
import { text } from '../../text/text';
import { upstreams } from '../../text/upstreams';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { useEdited } from '../../ui/use-edited';
import { useFieldProblems, type FieldLabels } from '../../ui/use-field-problems';
import { CONNECTIONS, CREDENTIALS, type Connection, type EditedConnection } from '../use-upstreams';
import { formOf, requestOf, type ConnectionForm } from './connection-form';
import { ConnectionChoices } from './connection-choices';

const { connections, general } = upstreams;
const words = connections.form;
const LABELS: FieldLabels<ConnectionForm> = {
  name: words.name,
  baseUrl: words.baseUrl,
  credentialId: words.credential,
  credentialSecret: words.credentialSecret,
  caCertificateId: words.ca,
  clientCertificateId: words.client,
};

interface ConnectionDialogProps {
  /** Null is a new one. */
  readonly connection: EditedConnection | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function ConnectionDialog({ connection: current, opened, onClose }: ConnectionDialogProps) {
  const queries = useQueryClient();
  const form = useForm<ConnectionForm>({ defaultValues: formOf(current) });
  const { edited: connection, loadNewest } = useEdited(current, form.formState.isDirty, [
    ...CONNECTIONS,
    'one',
    current?.id,
  ]);
  const save = useChange({
    mutationFn: (filled: ConnectionForm) => saveConnection(connection, filled),
    onSuccess: async ({ name }) => {
      notifyDone(connection === null ? general.added(name) : text.saved);
      // first, or the next edit is of a past version; the credential may be sent to more than before
      await Promise.all([CONNECTIONS, CREDENTIALS].map((queryKey) => queries.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  const unplaced = useFieldProblems(form, save.error, LABELS);
  const { reset } = form;
  const forget = save.reset;
  // when it opens, and when it closes: a secret is in nobody's memory then
  useEffect(() => {
    reset(formOf(connection));
    forget();
  }, [opened, connection, reset, forget]);
  return (
    <FormDialog
      title={connection === null ? words.createTitle : words.editTitle(connection.name)}
      submit={text.save}
      size="lg"
      opened={opened}
      isRunning={save.isPending}
      isUnchanged={connection !== null && !form.formState.isDirty}
      error={unplaced}
      labels={LABELS}
      onLoadNewest={loadNewest}
      onSubmit={form.handleSubmit((filled) => {
        save.mutate(filled);
      })}
      onClose={onClose}
    >
      <Where form={form} />
      <ConnectionChoices form={form} />
    </FormDialog>
  );
}

function Where({ form: { register, formState } }: { readonly form: UseFormReturn<ConnectionForm> }) {
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={formState.errors.name?.message}
        {...register('name', { validate: (name) => name.trim() !== '' || text.required })}
      />
      <TextInput
        label={words.baseUrl}
        description={words.baseUrlHint}
        type="url"
        maxLength={2000}
        autoComplete="off"
        spellCheck={false}
        error={formState.errors.baseUrl?.message}
        {...register('baseUrl', { validate: (url) => /^https?:\/\//i.test(url.trim()) || words.baseUrlWrong })}
      />
    </>
  );
}

function saveConnection(connection: EditedConnection | null, filled: ConnectionForm): Promise<Connection> {
  const body = requestOf(filled);
  if (connection === null) return answerOf(api.POST('/connections', { body }));
  return answerOf(
    api.PUT('/connections/{id}', { params: { path: { id: connection.id }, header: ifUnchanged(connection) }, body }),
  );
}
