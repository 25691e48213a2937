import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { leakWords as words } from '../text/leaks';
import { text } from '../text/text';
import { Page } from '../ui/page';
import { FormAnswer } from '../ui/form-answer';
import { Section } from '../ui/section';

/** What the service takes at once (src/auth/exposure/dto). */
const MOST = 1000;
const MOST_CHARACTERS = 90_000;

interface Report {
  readonly found: string;
}

/** For everybody: who finds a credential need not know whose it is, nor be allowed to look. */
export function ReportLeakPage() {
  const [reported, setReported] = useState(0);
  const form = useForm<Report>({ defaultValues: { found: '' } });
  const report = useChange({
    mutationFn: (credentials: string[]) => answerOf(api.POST('/leaks', { body: { credentials } })),
    onSuccess: (_, { length }) => {
      setReported(length);
      form.reset();
      report.reset(); // it holds what was found
    },
  });
  return (
    <Page title={text.pages.leaks} intro={words.intro}>
      <Section title={words.label} hint={words.hint}>
        <form
          noValidate
          onSubmit={(event) => {
            void form.handleSubmit(({ found }) => {
              report.mutate(linesOf(found));
            })(event);
          }}
        >
          <Stack maw={560}>
            <FormAnswer error={report.error} />
            {reported > 0 && (
              <Alert role="status" color="green" title={words.after}>
                {words.done(reported)} {words.afterHint}
              </Alert>
            )}
            <Textarea
              aria-label={words.label}
              autosize
              minRows={3}
              maxRows={12}
              autoComplete="off"
              spellCheck={false}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              error={form.formState.errors.found?.message}
              {...form.register('found', { validate: problemOf })}
            />
            <Button type="submit" w="fit-content" loading={report.isPending}>
              {words.submit}
            </Button>
          </Stack>
        </form>
      </Section>
    </Page>
  );
}

function linesOf(found: string): string[] {
  return found.split(/[\r\n]+/).filter((line) => line.trim() !== '');
}

function problemOf(found: string): string | true {
  const lines = linesOf(found);
  if (lines.length === 0) return words.none;
  return (lines.length <= MOST && found.length <= MOST_CHARACTERS) || words.tooMuch(MOST);
}
