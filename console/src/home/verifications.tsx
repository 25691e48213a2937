import { Button, ScrollArea, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { text } from '../text/text';
import { DataTable, type Column } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { Section } from '../ui/section';
import { sumOf } from './bars';
import { hourInUtc, hourInZone } from './hour-texts';
import { HoursChart, inWords } from './hours-chart';
import classes from './hours-chart.module.css';
import { inNumbers } from './numbers';
import { useVerifications, type Hour, type Range } from './use-verifications';

const { verifications: words } = text.home;
const RANGES = Object.entries(words.ranges).map(([value, label]) => ({ value, label }));
const MOST_TABLE_PIXELS = 360;

/** How often tokens of the site were presented, over a day, a week or a month. */
export function Verifications() {
  const [range, setRange] = useState<Range>('day');
  const query = useVerifications(range);
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={
        <SegmentedControl
          aria-label={words.range}
          size="xs"
          data={RANGES}
          value={range}
          onChange={(value) => {
            setRange(value as Range);
          }}
        />
      }
    >
      <Loaded query={query}>{(hours) => <Counted key={range} hours={hours} range={range} />}</Loaded>
    </Section>
  );
}

interface CountedProps {
  readonly hours: readonly Hour[];
  readonly range: Range;
}

function Counted({ hours, range }: CountedProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [showsTable, setShowsTable] = useState(false);
  const at = chosen === null ? undefined : hours[chosen];
  return (
    <>
      <Text size="sm" className={classes.readout} title={at && hourInUtc(at.hour)}>
        {at === undefined ? totalOf(hours, range) : inWords(at)}
      </Text>
      <HoursChart hours={hours} range={range} chosen={chosen} onChoose={setChosen} />
      <Button
        mt="sm"
        size="xs"
        variant="default"
        aria-expanded={showsTable}
        onClick={() => {
          setShowsTable(!showsTable);
        }}
      >
        {showsTable ? words.hideTable : words.showTable}
      </Button>
      {showsTable && <HoursTable hours={hours} />}
    </>
  );
}

function totalOf(hours: readonly Hour[], range: Range): string {
  const [verified, refused] = [sumOf(hours.map((hour) => hour.verified)), sumOf(hours.map((hour) => hour.refused))];
  if (verified + refused === 0) return words.empty;
  return words.total(inNumbers(verified), inNumbers(refused), words.ranges[range]);
}

/** Newest first; hours without any would bury the others. */
function HoursTable({ hours }: { readonly hours: readonly Hour[] }) {
  const busy = hours.filter(({ verified, refused }) => verified + refused > 0).reverse();
  return (
    <>
      {busy.length > 0 && (
        <ScrollArea.Autosize mah={MOST_TABLE_PIXELS} viewportProps={{ tabIndex: 0, 'aria-label': words.table }}>
          <DataTable label={words.table} columns={COLUMNS} rows={busy} keyOf={({ hour }) => hour} />
        </ScrollArea.Autosize>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {words.quiet(hours.length - busy.length)}
      </Text>
    </>
  );
}

const COLUMNS: Column<Hour>[] = [
  {
    title: words.columnHour,
    cell: ({ hour }) => (
      <time dateTime={hour} title={hourInUtc(hour)}>
        {hourInZone(hour)}
      </time>
    ),
  },
  { title: words.verified, cell: ({ verified }) => inNumbers(verified) },
  { title: words.refused, cell: ({ refused }) => inNumbers(refused) },
];
