import { Alert, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { Time } from '../../ui/time';

const { site: words, removal } = text.admin;
type Preview = Schemas['PolicyPreviewResponse'];
type Stopped = Preview['items'][number];

interface PolicyPreviewProps {
  /** Null is none: the dialog is closed. */
  readonly preview: Preview | null;
  readonly onClose: () => void;
}

/** Which tokens a policy would stop, before it is one. */
export function PolicyPreview({ preview, onClose }: PolicyPreviewProps) {
  const { total = 0, items = [], warnings = [] } = preview ?? {};
  return (
    <Dialog title={words.previewTitle} opened={preview !== null} onClose={onClose} size="lg">
      <Stack>
        <Text>{total === 0 ? words.previewNothing : words.previewSome(total)}</Text>
        {warnings.map(({ reason, message }) => (
          <Alert key={reason} color="orange">
            {message}
          </Alert>
        ))}
        {items.length > 0 && (
          <DataTable label={words.previewTable} columns={COLUMNS} rows={items} keyOf={({ id }) => id} />
        )}
        {total > items.length && <Text size="sm">{removal.more(total - items.length)}</Text>}
      </Stack>
    </Dialog>
  );
}

const COLUMNS: Column<Stopped>[] = [
  { title: text.tokens.columns.name, cell: ({ name }) => name },
  { title: text.admin.tokens.owner, cell: ({ owner }) => owner.username },
  {
    title: text.tokens.columns.used,
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? text.tokens.neverUsed : <Time at={lastUsedAt} words />),
  },
  { title: words.policy, cell: ({ reason }) => words.reasons[reason] },
];
