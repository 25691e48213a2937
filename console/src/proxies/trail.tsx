import { Anchor, Box, Breadcrumbs } from '@mantine/core';
import { Link } from 'react-router';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { useAccount } from './use-account';

/** Mantine keeps each on one line, which a long name does not fit on. */
const LONG_NAMES = { whiteSpace: 'normal', overflowWrap: 'anywhere', lineHeight: 1.4 } as const;

interface TrailProps {
  /** The pages above this one, below the projects: address and name. */
  readonly steps?: readonly (readonly [string, string])[];
}

/** The way back up, in links. */
export function Trail({ steps = [] }: TrailProps) {
  const { linkTo } = useAccount();
  return (
    <Box component="nav" aria-label={proxyWords.trail} mb="xs">
      <Breadcrumbs style={{ flexWrap: 'wrap' }} styles={{ breadcrumb: LONG_NAMES }}>
        {[['/projects', text.pages.projects] as const, ...steps].map(([to, name]) => (
          <Anchor key={to} component={Link} to={linkTo(to)} size="sm" underline="always">
            {name}
          </Anchor>
        ))}
      </Breadcrumbs>
    </Box>
  );
}
