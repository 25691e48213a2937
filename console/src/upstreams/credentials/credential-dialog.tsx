import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { ifUnchanged } from '../../api/versions';
import { text } from '../../text/text';
import { upstreams } from '../../text/upstreams';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { useEdited } from '../../ui/use-edited';
import { useFieldProblems, type FieldLabels } from '../../ui/use-field-problems';
import { CREDENTIALS, type Credential, type EditedCredential } from '../use-upstreams';
import {
  FIELDS_OF,
  fieldsOf,
  formOf,
  isOptional,
  needsSecret,
  TYPES,
  type CredentialField,
  type CredentialForm,
} from './credential-form';

const { credentials, general } = upstreams;
const words = credentials.form;
/** By the kind: the secret of each has a name of its own. */
const LABELS = Object.fromEntries(
  TYPES.map((type) => [
    type,
    {
      ...credentials.fields,
      name: words.name,
      type: words.type,
      secret: credentials.secrets[type],
      origins: words.origins,
    },
  ]),
) as Record<CredentialForm['type'], FieldLabels<CredentialForm>>;

interface CredentialDialogProps {
  /** Null is a new one. */
  readonly credential: EditedCredential | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CredentialDialog({ credential: current, opened, onClose }: CredentialDialogProps) {
  const form = useForm<CredentialForm>({ defaultValues: formOf(current) });
  const { edited: credential, loadNewest } = useEdited(current, form.formState.isDirty, [
    ...CREDENTIALS,
    'one',
    current?.id,
  ]);
  const save = useSaveCredential(credential, onClose);
  const type = useWatch({ control: form.control, name: 'type' });
  const unplaced = useFieldProblems(form, save.error, LABELS[type]);
  const { reset } = form;
  const forget = save.reset;
  // when it opens, and when it closes: the secret is in nobody's memory then
  useEffect(() => {
    reset(formOf(credential));
    forget();
  }, [opened, credential, reset, forget]);
  return (
    <FormDialog
      title={credential === null ? words.createTitle : words.editTitle(credential.name)}
      submit={text.save}
      opened={opened}
      isRunning={save.isPending}
      isUnchanged={credential !== null && !form.formState.isDirty}
      error={unplaced}
      labels={LABELS[type]}
      onLoadNewest={loadNewest}
      onSubmit={form.handleSubmit((filled) => {
        save.mutate(filled);
      })}
      onClose={onClose}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={form.formState.errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || text.required })}
      />
      <NativeSelect
        label={words.type}
        data={TYPES.map((type) => ({ value: type, label: credentials.types[type] }))}
        {...form.register('type')}
      />
      {FIELDS_OF[type].map((field) => (
        <Field key={field} form={form} field={field} />
      ))}
      <SecretField form={form} credential={credential} />
      <Textarea
        label={credential === null ? `${words.origins} (${text.optional})` : words.origins}
        description={credential === null ? words.originsHintNew : words.originsHint}
        autosize
        minRows={2}
        autoComplete="off"
        spellCheck={false}
        error={form.formState.errors.origins?.message}
        {...form.register('origins')}
      />
    </FormDialog>
  );
}

function Field({ form, field }: { readonly form: UseFormReturn<CredentialForm>; readonly field: CredentialField }) {
  const label = credentials.fields[field];
  return (
    <TextInput
      label={isOptional(field) ? `${label} (${text.optional})` : label}
      description={(credentials.hints as Partial<Record<CredentialField, string>>)[field]}
      autoComplete="off"
      spellCheck={false}
      error={form.formState.errors[field]?.message}
      {...form.register(field, {
        validate: (value) => isOptional(field) || value.trim() !== '' || text.required,
      })}
    />
  );
}

interface SecretFieldProps {
  readonly form: UseFormReturn<CredentialForm>;
  readonly credential: Credential | null;
}

function SecretField({ form, credential }: SecretFieldProps) {
  const isNeeded = needsSecret(credential, form.watch());
  const again = credential === null ? undefined : isNeeded ? words.again : words.keep;
  return (
    <PasswordInput
      label={credentials.secrets[form.watch('type')]}
      description={again}
      autoComplete="new-password" // no password of the reader's own is to be filled in
      spellCheck={false}
      error={form.formState.errors.secret?.message}
      {...form.register('secret', {
        validate: (secret, filled) => secret !== '' || !needsSecret(credential, filled) || text.required,
      })}
    />
  );
}

function useSaveCredential(credential: EditedCredential | null, onClose: () => void) {
  const queries = useQueryClient();
  return useChange({
    mutationFn: (filled: CredentialForm) => saveCredential(credential, filled),
    onSuccess: async ({ name }) => {
      notifyDone(credential === null ? general.added(name) : text.saved);
      await queries.invalidateQueries({ queryKey: CREDENTIALS }); // first, or the next edit is of a past version
      onClose();
    },
  });
}

function saveCredential(credential: EditedCredential | null, filled: CredentialForm): Promise<Credential> {
  const { secret } = filled;
  if (credential === null) return answerOf(api.POST('/credentials', { body: { ...fieldsOf(filled), secret } }));
  const body = { ...fieldsOf(filled), ...(secret === '' ? {} : { secret }) };
  return answerOf(
    api.PUT('/credentials/{id}', { params: { path: { id: credential.id }, header: ifUnchanged(credential) }, body }),
  );
}
