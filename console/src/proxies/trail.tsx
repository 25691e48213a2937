import { Anchor, Box, Breadcrumbs } from '@mantine/core';
import { Link } from 'react-router';
import { text } from '../text/text';
import { useAccount } from './use-account';

interface TrailProps {
  /** The pages above this one, below the projects: address and name. */
  readonly steps?: readonly (readonly [string, string])[];
}

/** The way back up, in links. */
export function Trail({ steps = [] }: TrailProps) {
  const { linkTo } = useAccount();
  return (
    <Box component="nav" aria-label={text.proxies.trail} mb="xs">
      <Breadcrumbs style={{ flexWrap: 'wrap' }}>
        {[['/projects', text.pages.projects] as const, ...steps].map(([to, name]) => (
          <Anchor key={to} component={Link} to={linkTo(to)} size="sm" underline="always">
            {name}
          </Anchor>
        ))}
      </Breadcrumbs>
    </Box>
  );
}
