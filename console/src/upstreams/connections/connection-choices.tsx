import { Alert, NativeSelect, PasswordInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { upstreams } from '../../text/upstreams';
import { text } from '../../text/text';
import { originOf } from '../origins';
import { useAllCertificates, useAllCredentials, type Credential } from '../use-upstreams';
import { isPlain, type ConnectionForm } from './connection-form';

const words = upstreams.connections.form;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The credential and the certificates of a connection. With http there are none to choose: nobody would look at them. */
export function ConnectionChoices({ form }: { readonly form: UseFormReturn<ConnectionForm> }) {
  const { data: credentials } = useAllCredentials();
  const { data: certificates } = useAllCertificates();
  const plain = isPlain(form.watch('baseUrl'));
  return (
    <>
      <Choice form={form} field="credentialId" label={words.credential} none={words.noCredential} among={credentials} />
      <SecretAgain form={form} credentials={credentials} />
      {plain ? (
        <Alert color="yellow">{words.plainHint}</Alert>
      ) : (
        <>
          <Choice
            form={form}
            field="caCertificateId"
            label={words.ca}
            hint={words.caHint}
            none={words.wellKnown}
            among={certificates}
          />
          <Choice
            form={form}
            field="clientCertificateId"
            label={words.client}
            hint={words.clientHint}
            none={words.noClient}
            among={certificates?.filter(({ hasPrivateKey }) => hasPrivateKey)}
          />
        </>
      )}
    </>
  );
}

interface SecretAgainProps {
  readonly form: UseFormReturn<ConnectionForm>;
  readonly credentials: readonly Credential[] | undefined;
}

/** Asked for where the credential would be sent somewhere new: who may change connections does not thereby learn its secret. */
function SecretAgain({ form, credentials }: SecretAgainProps) {
  const [credentialId, baseUrl] = [form.watch('credentialId'), form.watch('baseUrl')];
  const credential = credentials?.find(({ id }) => id === credentialId);
  const origin = originOf(baseUrl);
  if (credential === undefined || credential.origins.includes(origin) || origin === '') return null;
  const isNeeded = credential.origins.length > 0;
  return (
    <PasswordInput
      label={isNeeded ? words.credentialSecret : `${words.credentialSecret} (${text.optional})`}
      description={isNeeded ? words.credentialSecretHint(origin) : words.credentialSecretHintNew}
      autoComplete="new-password" // no password of the reader's own is to be filled in
      spellCheck={false}
      error={form.formState.errors.credentialSecret?.message}
      {...form.register('credentialSecret', {
        validate: (secret) => secret !== '' || !isNeeded || text.required,
        shouldUnregister: true,
      })}
    />
  );
}

interface ChoiceProps {
  readonly form: UseFormReturn<ConnectionForm>;
  readonly field: 'credentialId' | 'caCertificateId' | 'clientCertificateId';
  readonly label: string;
  readonly hint?: string;
  readonly none: string;
  /** Undefined while they are read: what is chosen already must not look like nothing meanwhile. */
  readonly among: readonly Named[] | undefined;
}

function Choice({ form, field, label, hint, none, among }: ChoiceProps) {
  return (
    <Controller
      name={field}
      control={form.control}
      render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
        <NativeSelect
          ref={ref}
          label={label}
          description={hint}
          disabled={among === undefined}
          data={[{ value: '', label: none }, ...(among ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          value={value}
          error={fieldState.error?.message}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
          onBlur={onBlur}
        />
      )}
    />
  );
}
