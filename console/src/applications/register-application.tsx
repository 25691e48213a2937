import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { useMe } from '../session/me';
import { text } from '../text/text';
import type { Limits as SiteLimits } from '../tokens/expiry';
import { SITE_TOKENS } from '../tokens/use-tokens';
import { Dialog } from '../ui/dialog';
import { FormAnswer } from '../ui/form-answer';
import { OnceShown, type ShownSecret } from '../ui/once-shown';
import { ApplicationFields, NAME_RULES } from './application-fields';
import { APPLICATION_LABELS, ApplicationLimits, limitsOf, type ApplicationForm } from './application-limits';
import { usualLifetime } from './lifetime';
import { Snippets } from './snippets';
import { APPLICATIONS } from './use-applications';

const { applications: words } = text;
type Registered = Schemas['RegisteredApplicationResponse'];

interface RegisterApplicationProps {
  /** The service account whose it will be; left out, it is one's own. */
  readonly userId?: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function RegisterApplication({ opened, onClose, userId }: RegisterApplicationProps) {
  const [registered, setRegistered] = useState<Registered | null>(null);
  return (
    <>
      <Dialog opened={opened} onClose={onClose} title={words.register} size="lg">
        <RegistrationForm
          userId={userId}
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
  readonly userId: string | undefined;
  readonly onRegistered: (application: Registered) => void;
  readonly onClose: () => void;
}

function RegistrationForm({ userId, onRegistered, onClose }: RegistrationFormProps) {
  const queries = useQueryClient();
  const { policy } = useMe().site;
  const [isLimiting, setIsLimiting] = useState(false);
  const form = useForm<ApplicationForm>({ defaultValues: newApplication(policy) });
  const { dirtyFields, errors } = form.formState;
  const register = useChange({
    mutationFn: (body: Schemas['RegisterApplicationRequest']) =>
      answerOf(
        userId === undefined
          ? api.POST('/applications', { body })
          : api.POST('/admin/users/{id}/applications', { params: { path: { id: userId } }, body }),
      ),
    onSuccess: async (application) => {
      onRegistered(application);
      await Promise.all([APPLICATIONS, SITE_TOKENS].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const submit = form.handleSubmit(
    (filled) => {
      const { name, description } = filled;
      register.mutate({ name: name.trim(), description, ...limitsOf(filled, dirtyFields) });
    },
    ({ scopes }) => {
      if (scopes !== undefined) setIsLimiting(true); // what is wrong is not to be out of sight
    },
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        void submit(event);
      }}
    >
      <Stack>
        <FormAnswer error={register.error} labels={APPLICATION_LABELS} />
        <ApplicationFields
          name={form.register('name', NAME_RULES)}
          nameError={errors.name?.message}
          description={form.register('description')}
        />
        <Limits form={form} isOpen={isLimiting} onToggle={setIsLimiting} />
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

interface LimitsProps {
  readonly form: UseFormReturn<ApplicationForm>;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Few want any. They are there while they are out of sight, and so are looked at when the form is sent. */
function Limits({ form, isOpen, onToggle }: LimitsProps) {
  const id = useId();
  return (
    <>
      <Button
        variant="subtle"
        w="fit-content"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          onToggle(!isOpen);
        }}
      >
        {words.form.limits}
      </Button>
      <Stack id={id} display={isOpen ? undefined : 'none'}>
        <ApplicationLimits form={form} />
      </Stack>
    </>
  );
}

function newApplication(limits: SiteLimits): ApplicationForm {
  const lifetime = String(usualLifetime(limits));
  return {
    name: '',
    description: '',
    scopes: null,
    tokenFormat: 'opaque',
    lifetime,
    liftsCeiling: false,
    liftsEnd: false,
  };
}
