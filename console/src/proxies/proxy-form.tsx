import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { Link } from 'react-router';
import { useMe } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { FormAnswer } from '../ui/form-answer';
import { ProblemAlert } from '../ui/problem-alert';
import { Section } from '../ui/section';
import { useFieldProblems } from '../ui/use-field-problems';
import { fieldInWords } from './change-words';
import { HeadersField } from './headers-field';
import { fieldOf, type ProxyForm as Filled } from './proxy-form-values';
import { RuleTester } from './rule-tester';
import { RulesField } from './rules-field';
import { useConnectionNames } from './use-proxies';

const { form: words } = proxyWords;
const MOST_MEBIBYTES = 1024 * 1024;

interface ProxyFormProps {
  readonly form: UseFormReturn<Filled>;
  readonly submit: string;
  readonly isRunning: boolean;
  readonly error: unknown;
  /** Of one that others edit too. */
  readonly onLoadNewest?: () => void;
  readonly cancelTo: string;
  readonly onSubmit: (filled: Filled) => void;
}

/** All of a proxy that its makers decide. */
export function ProxyForm({ form, submit, isRunning, error, onLoadNewest, cancelTo, onSubmit }: ProxyFormProps) {
  const unplaced = useFieldProblems(form, error, fieldInWords, fieldOf);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        void form.handleSubmit(onSubmit)(event);
      }}
    >
      <Basics form={form} />
      <Section title={words.rules} hint={`${words.rulesHint} ${words.patternHint}`}>
        <RulesField form={form} />
      </Section>
      <RuleTester routes={form.watch('routes')} />
      <Passing form={form} />
      <HeadersField form={form} />
      <FormAnswer error={unplaced} labels={fieldInWords} onLoadNewest={onLoadNewest} />
      <Group>
        <Button type="submit" loading={isRunning}>
          {submit}
        </Button>
        <Button component={Link} to={cancelTo} variant="default">
          {text.cancel}
        </Button>
      </Group>
    </form>
  );
}

interface FieldsProps {
  readonly form: UseFormReturn<Filled>;
}

function Basics({ form }: FieldsProps) {
  const { site } = useMe();
  const { errors } = form.formState;
  return (
    <Section title={words.basics}>
      <Stack maw={480}>
        <TextInput
          label={words.name}
          description={words.nameHint}
          maxLength={100}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name', { validate: (name) => name.trim() !== '' || text.required })}
        />
        <Textarea
          label={words.description}
          maxLength={1000}
          autosize
          minRows={2}
          error={errors.description?.message}
          {...form.register('description')}
        />
        <TextInput
          label={words.path}
          description={words.pathHint(`/gw/${site.slug}`)}
          autoComplete="off"
          spellCheck={false}
          error={errors.path?.message}
          {...form.register('path', { validate: (path) => path.trim() !== '' || text.required })}
        />
        <ConnectionField form={form} />
      </Stack>
    </Section>
  );
}

function ConnectionField({ form }: FieldsProps) {
  const { data: connections, error } = useConnectionNames();
  return (
    <>
      <ProblemAlert error={error} />
      <NativeSelect
        label={words.connection}
        description={connections?.length === 0 ? words.noConnections : words.connectionHint}
        // anew once the connections are there: a select shows no value that it has no option for
        key={connections === undefined ? 'loading' : 'loaded'}
        data={[
          { value: '', label: words.chooseConnection },
          ...(connections ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        error={form.formState.errors.connectionId?.message}
        {...form.register('connectionId', { required: text.required })}
      />
    </>
  );
}

function Passing({ form }: FieldsProps) {
  const { errors } = form.formState;
  return (
    <Section title={words.details}>
      <Stack maw={480}>
        <Checkbox
          label={words.stripPrefix}
          description={words.stripPrefixHint(form.watch('path') || '/orders')}
          {...form.register('stripPrefix')}
        />
        <TextInput
          label={words.timeout}
          description={words.timeoutHint}
          inputMode="decimal"
          maw={320}
          error={errors.timeoutSeconds?.message}
          {...form.register('timeoutSeconds', {
            validate: (typed) => isBetween(typed, 0.1, 600) || words.timeoutWrong,
          })}
        />
        <TextInput
          label={words.bodyLimit}
          inputMode="decimal"
          maw={320}
          error={errors.bodyLimitMebibytes?.message}
          {...form.register('bodyLimitMebibytes', {
            validate: (typed) => isBetween(typed, 0, MOST_MEBIBYTES) || words.bodyLimitWrong,
          })}
        />
        <TextInput
          label={words.rateLimit}
          description={words.rateLimitHint}
          inputMode="numeric"
          maw={320}
          error={errors.perMinute?.message}
          {...form.register('perMinute', {
            validate: (typed) =>
              typed.trim() === '' ||
              (Number.isInteger(Number(typed)) && isBetween(typed, 1, 1_000_000)) ||
              words.rateLimitWrong,
          })}
        />
      </Stack>
    </Section>
  );
}

function isBetween(typed: string, least: number, most: number): boolean {
  const number = typed.trim() === '' ? NaN : Number(typed);
  return number >= least && number <= most && Number.isFinite(number);
}
