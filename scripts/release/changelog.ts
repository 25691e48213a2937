// CHANGELOG.md in the format of Keep a Changelog: `## [Unreleased]` first, then `## [1.2.3] - 2026-01-31`, newest first.
import { ReleaseRefused } from './refusal.js';

const UNRELEASED = /^## \[Unreleased\][^\S\n]*$/m;

export interface ReleasedChangelog {
  /** The whole file, with an empty "Unreleased" above the new section. */
  readonly text: string;
  /** The text of the new section, below its heading. */
  readonly notes: string;
}

/**
 * Turns "Unreleased" into the section of a version.
 *
 * @throws ReleaseRefused when there is no such section, or when it contains only headings
 */
export function releaseUnreleased(changelog: string, version: string, date: string): ReleasedChangelog {
  const heading = UNRELEASED.exec(changelog);
  if (heading === null) throw new ReleaseRefused('CHANGELOG.md has no section "## [Unreleased]"');
  const before = changelog.slice(0, heading.index);
  const body = changelog.slice(heading.index + heading[0].length);
  const end = body.search(/^## /m);
  const notes = (end === -1 ? body : body.slice(0, end)).trim();
  const rest = end === -1 ? '' : `\n${body.slice(end)}`;
  if (notes.split('\n').every((line) => /^\s*(?:#.*|[-*]\s*)?$/.test(line)))
    throw new ReleaseRefused('"Unreleased" in CHANGELOG.md is empty: there is nothing to release');
  return { text: `${before}${heading[0]}\n\n## [${version}] - ${date}\n\n${notes}\n${rest}`, notes };
}
