import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeClock, ChangeFollower } from '../../../../src/platform/database/change-clock.js';
import type { Subject } from '../../../../src/platform/database/subjects.js';
import { CachedRead } from '../../../../src/principals/cache/cached-read.js';

interface Row {
  readonly version: number;
}

/** A change clock whose reads end when the test says so, and a database with one row of the subject `user:ann`. */
class Scene {
  version = 1;
  #committed: Subject[] = [];
  position = 0;
  reads = 0;
  readonly #followers: ChangeFollower[] = [];
  /** A read of the database sees the row at its beginning, and ends when this resolves. */
  readEnds: Promise<void> = Promise.resolve();
  readonly rows: CachedRead<Row>;

  constructor() {
    const clock: Pick<ChangeClock, 'follow' | 'upToDate' | 'position'> = {
      follow: (follower) => this.#followers.push(follower),
      upToDate: () => {
        this.tell();
        return Promise.resolve();
      },
      position: 0,
    };
    Object.defineProperty(clock, 'position', { get: () => this.position });
    const read = async (keys: readonly string[]) => {
      this.reads++;
      const seen = { version: this.version };
      await this.readEnds;
      return new Map(keys.map((key) => [key, seen]));
    };
    this.rows = new CachedRead<Row>(clock as ChangeClock, read, () => ['user:ann'], {
      rows: 10,
      bytes: 100_000,
      missing: 10,
    });
  }

  /** Another instance commits a change. */
  commit(): void {
    this.version++;
    this.#committed.push('user:ann');
  }

  tell(): void {
    if (this.#committed.length === 0) return;
    this.position++;
    for (const follower of this.#followers) follower.changed(this.#committed);
    this.#committed = [];
  }
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('[86] a row that is found in the cache or the database', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = new Scene();
  });

  it('is read once, and again after a change', async () => {
    await scene.rows.find('k');
    expect(await scene.rows.find('k')).toEqual({ version: 1 });
    expect(scene.reads).toBe(1);
    scene.commit();
    expect(await scene.rows.find('k')).toEqual({ version: 2 });
    expect(scene.reads).toBe(2);
  });

  it('is not kept when a change was told while it was read', async () => {
    let end!: () => void;
    scene.readEnds = new Promise((resolve) => (end = resolve));
    const first = scene.rows.find('k');
    await turns(); // the read has seen the old row
    scene.commit();
    scene.readEnds = Promise.resolve();
    expect(await scene.rows.find('k')).toEqual({ version: 2 }); // tells the change, and is over before the first
    end();
    expect(await first).toEqual({ version: 1 }); // began before the change
    expect(await scene.rows.find('k')).toEqual({ version: 2 });
  });

  it('is not served from the cache when the change was told after it was kept', async () => {
    let end!: () => void;
    scene.readEnds = new Promise((resolve) => (end = resolve));
    const first = scene.rows.find('k');
    await turns();
    scene.commit(); // not told yet
    end();
    await first; // kept: the clock has told nothing
    expect(await scene.rows.find('k')).toEqual({ version: 2 });
  });

  it('is kept when the change was told before the read began', async () => {
    scene.commit();
    expect(await scene.rows.find('k')).toEqual({ version: 2 });
    expect(await scene.rows.find('k')).toEqual({ version: 2 });
    expect(scene.reads).toBe(1);
  });

  it('is read from the database when that is asked for', async () => {
    await scene.rows.find('k');
    expect(await scene.rows.again('k')).toEqual({ version: 1 });
    expect(scene.reads).toBe(2);
  });

  it('is refused when the clock has no answer', async () => {
    await scene.rows.find('k');
    scene.tell = () => {
      throw new Error('no database');
    };
    await expect(Promise.resolve().then(() => scene.rows.find('k'))).rejects.toThrow('no database');
  });
});
