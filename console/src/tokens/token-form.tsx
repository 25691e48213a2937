import { Alert, Button, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { Link } from 'react-router';
import { useAccounts } from '../session/accounts';
import type { Scope } from '../api/scopes';
import { text } from '../text/text';
import { FormAnswer } from '../ui/form-answer';
import { ScopesField } from '../ui/scopes-field';
import { Section } from '../ui/section';
import { expiryChoices, limitInWords, type Limits } from './expiry';
import { LastDayField, lastDayRules } from './last-day-field';
import { NetworksField } from './networks-field';
import { TOKEN_LABELS, type NewToken } from './new-token';

const { form: words } = text.tokens;

interface TokenFormProps {
  readonly form: UseFormReturn<NewToken>;
  readonly limits: Limits;
  /** What the token can be narrowed to: what its owner may do. */
  readonly scopes: readonly Scope[];
  /** How not narrowing it is called. */
  readonly everything?: string;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly cancelTo: string;
  readonly onSubmit: (token: NewToken) => void;
}

export function TokenForm({ form, limits, scopes, everything = words.mayAll, ...rest }: TokenFormProps) {
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
      <ExpiryFields form={form} limits={limits} />
      <Section title={words.may}>
        <ScopesField control={form.control} label={words.may} scopes={scopes} everything={everything} />
      </Section>
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

interface ExpiryFieldsProps extends FieldsProps {
  readonly limits: Limits;
}

function ExpiryFields({ form, limits }: ExpiryFieldsProps) {
  const expiry = form.watch('expiry');
  const limit = limitInWords(limits);
  return (
    <Section title={words.expiry}>
      <Stack>
        {limit !== null && <Text size="sm">{limit}</Text>}
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
                {expiryChoices(limits).map(({ value: option, label }) => (
                  <Radio key={option} value={option} label={label} />
                ))}
              </Group>
            </Radio.Group>
          )}
        />
        {expiry === 'date' && (
          <LastDayField
            limits={limits}
            field={form.register('date', lastDayRules(limits))}
            error={form.formState.errors.date?.message}
          />
        )}
        {expiry === 'never' && <Alert color="yellow">{words.neverWarning}</Alert>}
      </Stack>
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
