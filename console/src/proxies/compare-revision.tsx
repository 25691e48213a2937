import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { proxies as proxyWords } from '../text/proxies';
import { Dialog } from '../ui/dialog';
import { Loaded } from '../ui/loaded';
import { useKept } from '../ui/use-kept';
import { ChangesTable } from './changes-table';
import { useDifference, type Proxy, type Revision } from './use-proxies';

const { deployment: words } = proxyWords;

interface CompareRevisionProps {
  readonly proxy: Proxy;
  /** Null is none: the dialog is closed. */
  readonly revision: Revision | null;
  /** To compare with, newest first. */
  readonly others: readonly Revision[];
  readonly onClose: () => void;
}

export function CompareRevision({ proxy, revision, others, onClose }: CompareRevisionProps) {
  const shown = useKept(revision);
  const number = shown?.revision ?? 0;
  const choices = others.map((other) => other.revision).filter((other) => other !== number);
  return (
    <Dialog opened={revision !== null} onClose={onClose} size="xl" title={words.compareTitle(number)}>
      {shown !== null && <Comparison proxyId={proxy.id} revision={number} choices={choices} />}
    </Dialog>
  );
}

interface ComparisonProps {
  readonly proxyId: string;
  readonly revision: number;
  readonly choices: readonly number[];
}

/** In the dialog, and so anew each time it opens: with the one before at first. */
function Comparison({ proxyId, revision, choices }: ComparisonProps) {
  const [chosen, setChosen] = useState(choices.find((other) => other < revision) ?? choices.at(-1) ?? null);
  const [from, to] = chosen !== null && chosen > revision ? [revision, chosen] : [chosen, revision];
  const query = useDifference(proxyId, { from, to });
  return (
    <Stack>
      <NativeSelect
        label={words.compareWith}
        data-autofocus
        maw={240}
        data={choices.map((other) => ({ value: String(other), label: words.revision(other) }))}
        value={String(chosen)}
        onChange={(event) => {
          setChosen(Number(event.currentTarget.value));
        }}
      />
      <Loaded query={query}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Text>{words.compareSame}</Text>
          ) : (
            <ChangesTable changes={changes} before={words.revision(from ?? 0)} after={words.revision(to)} />
          )
        }
      </Loaded>
    </Stack>
  );
}
