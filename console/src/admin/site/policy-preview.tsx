import { Alert, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { usePages } from '../../api/pages';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Time } from '../../ui/time';

const { site: words } = text.admin;
type Policy = Schemas['SitePolicyRequest'];
type Preview = Schemas['PolicyPreviewResponse'];
type Stopped = Preview['items'][number];

interface PolicyPreviewProps {
  /** Null is none: the dialog is closed. */
  readonly policy: Policy | null;
  readonly onClose: () => void;
}

/** Which tokens a policy would stop, before it is one. */
export function PolicyPreview({ policy, onClose }: PolicyPreviewProps) {
  return (
    <Dialog title={words.previewTitle} opened={policy !== null} onClose={onClose} size="lg">
      {policy !== null && <WouldStop policy={policy} />}
    </Dialog>
  );
}

function WouldStop({ policy }: { readonly policy: Policy }) {
  // each look is a new one: what an earlier one found may be over
  const look = useId();
  const query = usePages<Stopped, Preview>(['admin', 'policy', 'preview', look, policy], (page) =>
    answerOf(api.POST('/admin/site/policy/preview', { params: { query: page }, body: policy })),
  );
  const { total = 0, warnings = [] } = query.first ?? {};
  return (
    <Loaded query={query}>
      {(items) => (
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
          <LoadMore query={query} />
        </Stack>
      )}
    </Loaded>
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
