import type { KeyboardEvent, PointerEvent } from 'react';
import { text } from '../text/text';
import { barsOf, HEIGHT, mostOf } from './bars';
import { axisLabel, hourInZone } from './hour-texts';
import classes from './hours-chart.module.css';
import { inNumbers } from './numbers';
import type { Hour, Range } from './use-verifications';

const { verifications: words } = text.home;
const DAY_HOURS = 24;
const QUARTERS = [0, 0.25, 0.5, 0.75];
const PANELS = [
  { series: 'verified', pixels: 140 },
  { series: 'refused', pixels: 56 },
] as const;

interface HoursChartProps {
  readonly hours: readonly Hour[];
  readonly range: Range;
  /** The hour that is looked at, by its place. */
  readonly chosen: number | null;
  readonly onChoose: (place: number | null) => void;
}

/**
 * Bars by the hour, refusals on a scale of their own below: there are so few that beside verifications nobody would see
 * them. To the keyboard and to screen readers it is a slider over the hours, whose value says what was counted.
 */
export function HoursChart({ hours, range, chosen, onChoose }: HoursChartProps) {
  const last = hours.length - 1;
  const place = Math.min(chosen ?? last, last);
  const hour = hours[place];
  return (
    <>
      <div
        className={classes.chart}
        role="slider"
        tabIndex={0}
        aria-label={words.chart}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={place}
        aria-valuetext={hour === undefined ? '' : inWords(hour)}
        onKeyDown={(event) => {
          const to = placeOf(event, place, last);
          if (to === null) return;
          event.preventDefault();
          onChoose(to);
        }}
        onPointerMove={(event) => {
          onChoose(placeUnder(event, hours.length));
        }}
        onPointerDown={(event) => {
          onChoose(placeUnder(event, hours.length));
        }}
        onPointerLeave={() => {
          onChoose(null);
        }}
        onBlur={() => {
          onChoose(null);
        }}
      >
        {PANELS.map((panel) => (
          <Panel key={panel.series} {...panel} counts={hours.map((each) => each[panel.series])} chosen={chosen} />
        ))}
      </div>
      <Axis hours={hours} range={range} />
    </>
  );
}

export function inWords({ hour, verified, refused }: Hour): string {
  return words.hour(hourInZone(hour), inNumbers(verified), inNumbers(refused));
}

interface PanelProps {
  readonly series: 'verified' | 'refused';
  readonly pixels: number;
  readonly counts: readonly number[];
  readonly chosen: number | null;
}

function Panel({ series, pixels, counts, chosen }: PanelProps) {
  return (
    <div aria-hidden="true">
      <div className={classes.head}>
        <span className={classes.name}>
          <span className={`${classes.key} ${classes[`${series}Key`]}`} />
          {words[series]}
        </span>
        {words.most(inNumbers(mostOf(counts)))}
      </div>
      <svg
        className={classes.panel}
        height={pixels}
        viewBox={`0 0 ${counts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {[0, HEIGHT / 2].map((y) => (
          <line key={y} className={classes.line} x1={0} x2={counts.length} y1={y} y2={y} />
        ))}
        {chosen !== null && <rect className={classes.chosen} x={chosen} y={0} width={1} height={HEIGHT} />}
        <path className={classes[series]} d={barsOf(counts)} />
      </svg>
    </div>
  );
}

function Axis({ hours, range }: { readonly hours: readonly Hour[]; readonly range: Range }) {
  const labelled = QUARTERS.map((part) => hours[Math.floor(hours.length * part)]);
  return (
    <div className={classes.axis} aria-hidden="true">
      {labelled.map((each) => each !== undefined && <span key={each.hour}>{axisLabel(each.hour, range)}</span>)}
      <span>{words.running}</span>
    </div>
  );
}

/** Where a key leads; null is nowhere. */
function placeOf({ key }: KeyboardEvent, place: number, last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, place - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, place + 1);
    case 'PageDown':
      return Math.max(0, place - DAY_HOURS);
    case 'PageUp':
      return Math.min(last, place + DAY_HOURS);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function placeUnder({ clientX, currentTarget }: PointerEvent<HTMLElement>, count: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.min(count - 1, Math.max(0, Math.floor(((clientX - left) / width) * count)));
}
