import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { ACCOUNT } from './use-account';

const { projects: words } = proxyWords;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** For who may not see the accounts of the site, and so can't choose from a list. */
export function AskForAccount() {
  const [address, setAddress] = useSearchParams();
  const form = useForm({ defaultValues: { id: '' } });
  return (
    <Page title={text.pages.projects} intro={words.intro}>
      <Section title={words.accountNeeded} hint={words.accountNeededHint}>
        <form
          noValidate
          onSubmit={(event) => {
            void form.handleSubmit(({ id }) => {
              address.set(ACCOUNT, id.trim());
              setAddress(address);
            })(event);
          }}
        >
          <Stack maw={420} align="flex-start">
            <TextInput
              label={words.accountId}
              w="100%"
              autoComplete="off"
              spellCheck={false}
              error={form.formState.errors.id?.message}
              {...form.register('id', { validate: (id) => ID.test(id.trim()) || words.accountWrong })}
            />
            <Button type="submit">{words.accountOpen}</Button>
          </Stack>
        </form>
      </Section>
    </Page>
  );
}
