import { Button, Checkbox, Input, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../api/client';
import { choosable, useScopes } from '../api/scopes';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { FormDialog } from '../ui/form-dialog';
import { Loaded } from '../ui/loaded';
import { notifyDone } from '../ui/notify';
import { ReachChoice } from '../ui/reach-choice';
import { ApplicationFields, NAME_RULES } from './application-fields';
import { LIFETIMES, lifetimeInWords } from './lifetime';
import { APPLICATIONS, type Application } from './use-applications';

const { detail: words, form: fields } = text.applications;

interface ApplicationEdit {
  name: string;
  description: string;
  /** Null is all that the owner may do. */
  scopes: string[] | null;
  tokenFormat: Application['tokenFormat'];
  /** Seconds. */
  lifetime: string;
  liftsCeiling: boolean;
}

export function EditApplication({ application }: { readonly application: Application }) {
  const [opened, { open, close }] = useDisclosure(false);
  const queries = useQueryClient();
  const scopes = useScopes();
  const form = useForm<ApplicationEdit>({ defaultValues: editOf(application) });
  const { dirtyFields, errors } = form.formState;
  const save = useChange({
    mutationFn: (body: Schemas['UpdateApplicationRequest']) =>
      answerOf(api.PATCH('/applications/{id}', { params: { path: { id: application.id } }, body })),
    onSuccess: async () => {
      notifyDone(text.saved);
      close();
      await queries.invalidateQueries({ queryKey: APPLICATIONS });
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          form.reset(editOf(application));
          save.reset();
          open();
        }}
      >
        {words.edit}
      </Button>
      <FormDialog
        opened={opened}
        title={words.editTitle}
        submit={text.save}
        size="lg"
        isRunning={save.isPending}
        error={save.error}
        labels={{ name: fields.name, scopes: words.may, tokenTtlSeconds: words.lifetime }}
        onSubmit={form.handleSubmit((filled) => {
          save.mutate(changesOf(filled, dirtyFields));
        })}
        onClose={close}
      >
        <ApplicationFields
          name={form.register('name', NAME_RULES)}
          nameError={errors.name?.message}
          description={form.register('description')}
        />
        <Input.Wrapper label={words.may} labelElement="div">
          <Loaded query={scopes}>
            {(all) => (
              <Controller
                name="scopes"
                control={form.control}
                rules={{ validate: (chosen) => chosen?.length !== 0 || text.tokens.form.noneChosen }}
                render={({ field, fieldState }) => (
                  <ReachChoice
                    ref={field.ref}
                    label={words.may}
                    value={field.value}
                    scopes={choosable(all, application.scopes)}
                    everything={text.tokens.form.mayAll}
                    error={fieldState.error?.message}
                    onChange={field.onChange}
                  />
                )}
              />
            )}
          </Loaded>
        </Input.Wrapper>
        <NativeSelect
          label={words.format}
          data={Object.entries(words.formats).map(([value, label]) => ({ value, label }))}
          {...form.register('tokenFormat')}
        />
        <NativeSelect
          label={words.lifetime}
          description={words.lifetimeHint}
          data={lifetimesWith(application.tokenTtlSeconds)}
          {...form.register('lifetime')}
        />
        {application.ceiling !== null && (
          <Checkbox
            label={text.tokens.rotation.liftCeiling}
            description={words.liftCeilingHint}
            {...form.register('liftsCeiling')}
          />
        )}
      </FormDialog>
    </>
  );
}

function editOf({ name, description, scopes, tokenFormat, tokenTtlSeconds }: Application): ApplicationEdit {
  return { name, description, scopes, tokenFormat, lifetime: String(tokenTtlSeconds), liftsCeiling: false };
}

/** Those to choose from, and the one that it has. */
function lifetimesWith(own: number): { value: string; label: string }[] {
  const all = [...new Set([...LIFETIMES, own])].sort((one, other) => one - other);
  return all.map((seconds) => ({ value: String(seconds), label: lifetimeInWords(seconds) }));
}

/** What was left as it is isn't said: it may be more than one could ask for today. */
function changesOf(
  { name, description, scopes, tokenFormat, lifetime, liftsCeiling }: ApplicationEdit,
  dirty: Readonly<Partial<Record<keyof ApplicationEdit, unknown>>>,
): Schemas['UpdateApplicationRequest'] {
  return {
    ...(dirty.name === undefined ? {} : { name: name.trim() }),
    ...(dirty.description === undefined ? {} : { description }),
    ...(dirty.scopes === undefined ? {} : { scopes }),
    ...(dirty.tokenFormat === undefined ? {} : { tokenFormat }),
    ...(dirty.lifetime === undefined ? {} : { tokenTtlSeconds: Number(lifetime) }),
    ...(liftsCeiling ? { liftCeiling: true } : {}),
  };
}
