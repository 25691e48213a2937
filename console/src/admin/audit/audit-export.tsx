import { Alert, Button, Group, Loader, Menu, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useChange } from '../../api/use-change';
import { now } from '../../clock';
import { audit } from '../../text/audit';
import { text } from '../../text/text';
import { Dialog } from '../../ui/dialog';
import { downloadFile } from '../../ui/download-file';
import { ProblemAlert } from '../../ui/problem-alert';
import { csvOf } from './audit-csv';
import type { UserNames } from './audit-sentence';
import { MOST_EXPORTED, readAudit, type ReadAudit } from './read-audit';
import type { AuditFilter } from './use-audit';

const words = audit.export;
type Format = 'csv' | 'json';

interface AuditExportProps {
  readonly filter: AuditFilter;
  readonly names: UserNames;
}

interface Exported extends ReadAudit {
  readonly file: string;
}

/** The log as it is filtered, in a file. It is made here: what comes is what the reader may see anyway. */
export function AuditExport({ filter, names }: AuditExportProps) {
  const [opened, setOpened] = useState(false);
  const [count, setCount] = useState(0);
  const abort = useRef(new AbortController());
  const run = useChange({
    mutationFn: async (format: Format): Promise<Exported> => {
      const read = await readAudit(filter, abort.current.signal, setCount);
      return { ...read, file: save(format, read, names) };
    },
  });
  const start = (format: Format) => {
    abort.current = new AbortController();
    setCount(0);
    setOpened(true);
    run.mutate(format);
  };
  const close = () => {
    abort.current.abort();
    setOpened(false);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={18} />}>
            {words.button}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['csv', 'json'] as const).map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                start(format);
              }}
            >
              {words[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={opened} onClose={close} title={words.title}>
        <Stack>
          <Text>{words.hint}</Text>
          {run.isPending && <Progress count={count} />}
          <ProblemAlert error={run.error} />
          {run.data !== undefined && <Result exported={run.data} />}
          <Group justify="flex-end">
            <Button variant={run.isPending ? 'default' : 'filled'} onClick={close} data-autofocus>
              {run.isPending ? words.stop : text.close}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

function Progress({ count }: { readonly count: number }) {
  return (
    <Group role="status" gap="sm">
      <Loader size="sm" aria-hidden />
      <Text size="sm">{words.reading(count)}</Text>
    </Group>
  );
}

function Result({ exported: { events, isLimited, file } }: { readonly exported: Exported }) {
  if (events.length === 0) return <Text role="status">{words.nothing}</Text>;
  return (
    <>
      <Text role="status">{events.length === 1 ? words.doneOne(file) : words.done(events.length, file)}</Text>
      {isLimited && <Alert color="yellow">{words.limited(MOST_EXPORTED)}</Alert>}
    </>
  );
}

/** Answers the file's name. Nothing to export makes no file. */
function save(format: Format, { events }: ReadAudit, names: UserNames): string {
  const file = `audit-${now().toISOString().slice(0, 10)}.${format}`;
  if (events.length === 0) return file;
  if (format === 'csv') downloadFile(file, 'text/csv;charset=utf-8', csvOf(events, names));
  else downloadFile(file, 'application/json', JSON.stringify(events, null, 2) + '\n');
  return file;
}
