import { Button, Checkbox } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { FormDialog } from '../ui/form-dialog';
import { notifyDone } from '../ui/notify';
import { ApplicationFields, NAME_RULES } from './application-fields';
import {
  APPLICATION_LABELS,
  ApplicationLimits,
  limitsOf,
  type ApplicationForm,
  type Dirty,
} from './application-limits';
import { APPLICATIONS, type Application } from './use-applications';

const { detail: words } = text.applications;

export function EditApplication({ application }: { readonly application: Application }) {
  const [opened, { open, close }] = useDisclosure(false);
  const queries = useQueryClient();
  const form = useForm<ApplicationForm>({ defaultValues: editOf(application) });
  const { dirtyFields, errors, isDirty } = form.formState;
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
        isUnchanged={!isDirty}
        error={save.error}
        labels={APPLICATION_LABELS}
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
        <ApplicationLimits form={form} application={application} />
        {application.endsAt !== null && (
          <Checkbox label={words.liftEnd} description={words.liftEndHint} {...form.register('liftsEnd')} />
        )}
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

function editOf({ name, description, scopes, tokenFormat, tokenTtlSeconds }: Application): ApplicationForm {
  return {
    name,
    description,
    scopes,
    tokenFormat,
    lifetime: String(tokenTtlSeconds),
    liftsCeiling: false,
    liftsEnd: false,
  };
}

/** What was left as it is isn't said: it may be more than one could ask for today. */
function changesOf(filled: ApplicationForm, dirty: Dirty): Schemas['UpdateApplicationRequest'] {
  return {
    ...(dirty.name === undefined ? {} : { name: filled.name.trim() }),
    ...(dirty.description === undefined ? {} : { description: filled.description }),
    ...limitsOf(filled, dirty),
    ...(filled.liftsEnd ? { endsAt: null } : {}),
    ...(filled.liftsCeiling ? { liftCeiling: true } : {}),
  };
}
