import { Pill } from '@mantine/core';
import { text } from '../../text/text';
import type { SiteTokenFilter } from './use-site-tokens';

const { siteTokenViews: words } = text;

interface SiteTokenViewProps {
  readonly filter: SiteTokenFilter;
  readonly onChange: (filter: SiteTokenFilter) => void;
}

/** What the list was opened on by its address, to be taken away. */
export function SiteTokenView({ filter, onChange }: SiteTokenViewProps) {
  if (filter.view === null) return null;
  return (
    <Pill
      size="md"
      mb="md"
      withRemoveButton
      removeButtonProps={{ 'aria-label': words.remove, 'aria-hidden': false, tabIndex: 0 }}
      onRemove={() => {
        onChange({ ...filter, view: null });
      }}
    >
      {words[filter.view]}
    </Pill>
  );
}
