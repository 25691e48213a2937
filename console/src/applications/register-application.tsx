import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { Dialog } from '../ui/dialog';
import { FormAnswer } from '../ui/form-answer';
import { OnceShown, type ShownSecret } from '../ui/once-shown';
import { ApplicationFields, NAME_RULES } from './application-fields';
import { Snippets } from './snippets';
import { APPLICATIONS } from './use-applications';

const { applications: words } = text;
type Registered = Schemas['RegisteredApplicationResponse'];

interface ApplicationNames {
  name: string;
  description: string;
}

interface RegisterApplicationProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function RegisterApplication({ opened, onClose }: RegisterApplicationProps) {
  const [registered, setRegistered] = useState<Registered | null>(null);
  return (
    <>
      <Dialog opened={opened} onClose={onClose} title={words.register}>
        <RegistrationForm
          onRegistered={(application) => {
            setRegistered(application);
            onClose();
          }}
          onClose={onClose}
        />
      </Dialog>
      <OnceShown
        title={words.registered.title}
        secrets={registered === null ? null : secretsOf(registered)}
        wide
        onClose={() => {
          setRegistered(null);
        }}
      >
        <Text size="sm" c="dimmed">
          {words.registered.tokenHint}
        </Text>
        {registered !== null && <Snippets clientId={registered.clientId} clientSecret={registered.clientSecret} />}
      </OnceShown>
    </>
  );
}

function secretsOf({ clientId, clientSecret, accessToken }: Registered): ShownSecret[] {
  const { registered: labels } = words;
  return [
    { label: labels.clientId, value: clientId, variable: 'GATEHOUSE_CLIENT_ID' },
    { label: labels.clientSecret, value: clientSecret, variable: 'GATEHOUSE_CLIENT_SECRET' },
    ...(accessToken === undefined
      ? []
      : [{ label: labels.accessToken, value: accessToken, variable: 'GATEHOUSE_TOKEN' }]),
  ];
}

interface RegistrationFormProps {
  readonly onRegistered: (application: Registered) => void;
  readonly onClose: () => void;
}

function RegistrationForm({ onRegistered, onClose }: RegistrationFormProps) {
  const queries = useQueryClient();
  const form = useForm<ApplicationNames>({ defaultValues: { name: '', description: '' } });
  const register = useChange({
    mutationFn: ({ name, description }: ApplicationNames) =>
      answerOf(api.POST('/applications', { body: { name: name.trim(), description } })),
    onSuccess: async (application) => {
      onRegistered(application);
      await queries.invalidateQueries({ queryKey: APPLICATIONS });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        void form.handleSubmit((names) => {
          register.mutate(names);
        })(event);
      }}
    >
      <Stack>
        <FormAnswer error={register.error} labels={{ name: words.form.name, description: words.form.description }} />
        <ApplicationFields
          name={form.register('name', NAME_RULES)}
          nameError={form.formState.errors.name?.message}
          description={form.register('description')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={register.isPending}>
            {words.form.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
