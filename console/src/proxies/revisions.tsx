import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { DataTable, type Column } from '../ui/data-table';
import { LoadMore } from '../ui/load-more';
import { Loaded } from '../ui/loaded';
import { Section } from '../ui/section';
import { Time } from '../ui/time';
import { CompareRevision } from './compare-revision';
import { DeployDialog } from './deploy-dialog';
import { DeployedBy } from './deployed-by';
import { useRevisions, type EditedProxy, type Revision } from './use-proxies';

const { deployment: words } = proxyWords;

/** What was deployed, for who may deploy it again. */
export function Revisions({ proxy }: { readonly proxy: EditedProxy }) {
  const query = useRevisions(proxy.id);
  const [compared, setCompared] = useState<Revision | null>(null);
  const [again, setAgain] = useState<Revision | null>(null);
  return (
    <Section title={words.revisions} hint={words.revisionsHint}>
      <Loaded query={query}>
        {(revisions) =>
          revisions.length === 0 ? (
            words.noRevisions
          ) : (
            <DataTable
              label={words.revisionsTable}
              columns={columns(revisions.length > 1 ? setCompared : null, setAgain)}
              rows={revisions}
              keyOf={({ revision }) => String(revision)}
            />
          )
        }
      </Loaded>
      <LoadMore query={query} />
      <CompareRevision
        proxy={proxy}
        revision={compared}
        others={query.data ?? []}
        onClose={() => {
          setCompared(null);
        }}
      />
      <DeployDialog
        proxy={proxy}
        revision={again}
        onClose={() => {
          setAgain(null);
        }}
      />
    </Section>
  );
}

type Choose = (revision: Revision) => void;

function columns(onCompare: Choose | null, onAgain: Choose): Column<Revision>[] {
  const { number, when, who, state } = words.revisionColumns;
  return [
    { title: number, cell: ({ revision }) => words.revision(revision) },
    { title: when, cell: ({ createdAt }) => <Time at={createdAt} words /> },
    { title: who, cell: ({ createdBy }) => <DeployedBy userId={createdBy} /> },
    {
      title: state,
      cell: ({ deployed }) =>
        deployed && (
          <Badge variant="dot" tt="none" color="green">
            {words.served}
          </Badge>
        ),
    },
    {
      title: text.actions,
      isActions: true,
      cell: (revision) => (
        <>
          {onCompare !== null && (
            <Button
              size="xs"
              variant="default"
              aria-label={words.compareNamed(revision.revision)}
              onClick={() => {
                onCompare(revision);
              }}
            >
              {words.compare}
            </Button>
          )}
          {!revision.deployed && (
            <Button
              size="xs"
              variant="default"
              aria-label={words.againNamed(revision.revision)}
              onClick={() => {
                onAgain(revision);
              }}
            >
              {words.again}
            </Button>
          )}
        </>
      ),
    },
  ];
}
