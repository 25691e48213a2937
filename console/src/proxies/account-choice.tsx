import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useAccounts } from '../session/accounts';
import { proxies as proxyWords } from '../text/proxies';
import { ACCOUNT, useAccount } from './use-account';

const { projects: words } = proxyWords;

/** Another account, for who has a choice. */
export function AccountChoice() {
  const { id } = useAccount();
  const { data: accounts = [] } = useAccounts();
  const [, setAddress] = useSearchParams();
  if (id === null) return null;
  if (accounts.length === 0)
    return (
      <Group gap="sm" mb="md">
        <Text size="sm" c="dimmed">
          {words.account} {id}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setAddress({});
          }}
        >
          {words.accountOther}
        </Button>
      </Group>
    );
  return (
    <NativeSelect
      label={words.account}
      description={words.accountHint}
      maw={320}
      mb="md"
      data={accounts.map((account) => ({ value: account.id, label: account.name }))}
      value={id}
      onChange={(event) => {
        setAddress({ [ACCOUNT]: event.currentTarget.value });
      }}
    />
  );
}
