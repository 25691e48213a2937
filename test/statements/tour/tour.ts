import { CHANGES, Stage } from '../../support/changes.js';
import type { TestApp } from '../../support/test-app.js';
import { check, inherit, leak, lineage, link, remove, repeat, widen } from './authority.js';
import { good } from './good.js';
import { care, open, operate, policy, write } from './operating.js';
import { read } from './reading.js';

/** Shows a service around, so that every method that reaches rows is called, in each of its ways. */
export async function tour(app: TestApp): Promise<void> {
  await open(app);
  const stage = await Stage.of(app);
  for (const change of Object.values(CHANGES)) await good((await change(stage))());
  for (const part of [read, check, lineage, leak, repeat, link, widen, inherit, remove, policy]) await part(stage);
  await write(app);
  await operate(app);
  await care(app);
}
