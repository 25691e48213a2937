import { SimpleGrid } from '@mantine/core';
import { Link } from 'react-router';
import { text } from '../text/text';
import { Loaded } from '../ui/loaded';
import { Section } from '../ui/section';
import classes from './figures.module.css';
import { inNumbers } from './numbers';
import { useOwnFigures, useSiteFigures, type Figures } from './use-figures';

const { figures: words } = text.home;

type Figure = keyof Figures;
const FIGURES: readonly Figure[] = ['active', 'stopped', 'expiring', 'unused', 'inherited'];

export function OwnFigures() {
  const query = useOwnFigures();
  return (
    <Section title={words.mine}>
      <Loaded query={query}>
        {(figures) => (
          <Cards figures={figures} to={(figure) => (figure === 'active' ? '/tokens' : `/tokens?show=${figure}`)} />
        )}
      </Loaded>
    </Section>
  );
}

export function SiteFigures() {
  const query = useSiteFigures();
  return (
    <Section title={words.site} hint={words.siteHint}>
      <Loaded query={query}>
        {(figures) => (
          <Cards figures={figures} to={(figure) => `/admin/tokens?show=${figure === 'active' ? 'personal' : figure}`} />
        )}
      </Loaded>
    </Section>
  );
}

interface CardsProps {
  readonly figures: Figures;
  /** The list whose length the figure is. */
  readonly to: (figure: Figure) => string;
}

function Cards({ figures, to }: CardsProps) {
  // few sites have a policy that stops tokens
  const shown = FIGURES.filter((figure) => figure !== 'stopped' || figures.stopped > 0);
  return (
    <SimpleGrid cols={{ base: 2, md: shown.length }} spacing="sm">
      {shown.map((figure) => (
        <Card key={figure} figure={figure} count={figures[figure]} to={to(figure)} />
      ))}
    </SimpleGrid>
  );
}

function Card({ figure, count, to }: { readonly figure: Figure; readonly count: number; readonly to: string }) {
  const { label, hint } = words[figure];
  return (
    <Link to={to} className={classes.figure} aria-label={words.named(inNumbers(count), label, hint)}>
      <span className={classes.label}>
        {label}
        {figure !== 'active' && count > 0 && <span className={classes.dot} />}
      </span>
      <span className={count === 0 ? `${classes.count} ${classes.none}` : classes.count}>{inNumbers(count)}</span>
      <span className={classes.hint}>{hint}</span>
    </Link>
  );
}
