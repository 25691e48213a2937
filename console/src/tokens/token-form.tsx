import { Alert, Button, Group, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { Link } from 'react-router';
import { useAccounts } from '../api/accounts';
import type { Scope } from '../api/scopes';
import { text } from '../text/text';
import { FormAnswer } from '../ui/form-answer';
import { ReachChoice } from '../ui/reach-choice';
import { Section } from '../ui/section';
import { NetworksField } from './networks-field';
import { TOKEN_LABELS, today, type NewToken } from './new-token';

const { form: words } = text.tokens;
const EXPIRIES = Object.entries(words.expiries);

interface TokenFormProps {
  readonly form: UseFormReturn<NewToken>;
  /** What the token can be narrowed to: what its owner may do. */
  readonly scopes: readonly Scope[];
  /** How not narrowing it is called. */
  readonly everything?: string;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly cancelTo: string;
  readonly onSubmit: (token: NewToken) => void;
}

export function TokenForm({ form, scopes, everything = words.mayAll, ...rest }: TokenFormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        void form.handleSubmit(rest.onSubmit)(event);
      }}
    >
      <Section title={words.name}>
        <TextInput
          aria-label={words.name}
          description={words.nameHint}
          maw={420}
          maxLength={100}
          autoComplete="off"
          error={form.formState.errors.name?.message}
          {...form.register('name', { validate: (name) => name.trim() !== '' || text.required })}
        />
      </Section>
      <ExpiryFields form={form} />
      <ReachFields form={form} scopes={scopes} everything={everything} />
      <PlaceFields form={form} />
      <FormAnswer error={rest.error} labels={TOKEN_LABELS} />
      <Group>
        <Button type="submit" loading={rest.isRunning}>
          {words.submit}
        </Button>
        <Button component={Link} to={rest.cancelTo} variant="default">
          {text.cancel}
        </Button>
      </Group>
    </form>
  );
}

interface FieldsProps {
  readonly form: UseFormReturn<NewToken>;
}

function ExpiryFields({ form }: FieldsProps) {
  const expiry = form.watch('expiry');
  return (
    <Section title={words.expiry}>
      <Stack>
        <Controller
          name="expiry"
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <Radio.Group
              aria-label={words.expiry}
              value={value}
              onChange={(chosen) => {
                onChange(chosen);
              }}
            >
              <Group gap="lg">
                {EXPIRIES.map(([option, label]) => (
                  <Radio key={option} value={option} label={label} />
                ))}
              </Group>
            </Radio.Group>
          )}
        />
        {expiry === 'date' && (
          <TextInput
            type="date"
            label={words.date}
            min={today()}
            w={200}
            error={form.formState.errors.date?.message}
            {...form.register('date', {
              validate: (date, { expiry: chosen }) => chosen !== 'date' || date >= today() || words.datePast,
            })}
          />
        )}
        {expiry === 'never' && <Alert color="yellow">{words.neverWarning}</Alert>}
      </Stack>
    </Section>
  );
}

interface ReachFieldsProps extends FieldsProps {
  readonly scopes: readonly Scope[];
  readonly everything: string;
}

function ReachFields({ form, scopes, everything }: ReachFieldsProps) {
  return (
    <Section title={words.may}>
      <Controller
        name="scopes"
        control={form.control}
        rules={{ validate: (chosen) => chosen?.length !== 0 || words.noneChosen }}
        render={({ field, fieldState }) => (
          <ReachChoice
            ref={field.ref}
            label={words.may}
            value={field.value}
            scopes={scopes}
            everything={everything}
            error={fieldState.error?.message}
            onChange={field.onChange}
          />
        )}
      />
    </Section>
  );
}

function PlaceFields({ form }: FieldsProps) {
  const { data: accounts = [] } = useAccounts();
  return (
    <Section title={words.where}>
      <Stack maw={420}>
        {accounts.length > 0 && (
          <NativeSelect
            label={words.account}
            data={[
              { value: '', label: words.anyAccount },
              ...accounts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.register('accountId')}
          />
        )}
        <NetworksField {...form.register('networks')} />
      </Stack>
    </Section>
  );
}
