import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';

export interface Selection<Row> {
  /** Of what is shown, in its order: what is filtered away is not chosen any more. */
  readonly chosen: readonly Row[];
  readonly choosable: readonly Row[];
  readonly has: (row: Row) => boolean;
  readonly set: (rows: readonly Row[], isChosen: boolean) => void;
  readonly clear: () => void;
}

/** Which of the rows that are shown are chosen, for what is done with many at once. */
export function useSelection<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  isChoosable: (row: Row) => boolean,
): Selection<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const choosable = rows.filter(isChoosable);
    return {
      choosable,
      chosen: choosable.filter((row) => keys.has(keyOf(row))),
      has: (row) => keys.has(keyOf(row)),
      set: (changed, isChosen) => {
        setKeys((before) => withKeys(before, changed.map(keyOf), isChosen));
      },
      clear: () => {
        setKeys(new Set());
      },
    };
  }, [rows, keys, keyOf, isChoosable]);
}

function withKeys(before: ReadonlySet<string>, changed: readonly string[], isChosen: boolean): ReadonlySet<string> {
  const after = new Set(before);
  for (const key of changed) {
    if (isChosen) after.add(key);
    else after.delete(key);
  }
  return after;
}

interface AllShownProps<Row> {
  readonly label: string;
  readonly selection: Selection<Row>;
}

/** The box for all rows that are shown. */
export function AllShown<Row>({ label, selection: { chosen, choosable, set } }: AllShownProps<Row>) {
  return (
    <Checkbox
      label={label}
      checked={choosable.length > 0 && chosen.length === choosable.length}
      indeterminate={chosen.length > 0 && chosen.length < choosable.length}
      disabled={choosable.length === 0}
      onChange={(event) => {
        set(choosable, event.currentTarget.checked);
      }}
    />
  );
}
