import type { Furnished } from './furnish.ts';
import { type RunningServer, startServer } from './process.ts';
import { type Client, type Edit, ProfileW, seatsAt } from './profile-w.ts';
import { random } from './random.ts';
import { until } from './sockets.ts';

export interface KillOptions {
  /** Holds what `furnish(folder, GUESTS_W)` made; no server has it open. */
  folder: string;
  furnished: Furnished;
  port: number;
  kills: number;
  /** How long the workshop works before each kill, ms: a random moment between these. */
  between: readonly [number, number];
  /** Edits a second in all. */
  rate: number;
  seed: number;
}

export interface KillRound {
  made: number;
  /** Shown as saved before the kill. */
  saved: number;
  /** How long each of those took from the edit until its author was shown that all is saved, ms. */
  savedAfter: number[];
  /** Whether one client lived on and came back with what it had. */
  survivor: boolean;
  /** Shown as saved and not there afterwards. */
  lostSaved: Edit[];
  /** Made or seen by the survivor and not there afterwards. */
  lostSeen: Edit[];
  refusals: string[];
}

/** Every so many kills one person's client survives. */
const SURVIVES = 4;

/**
 * Profile W on a server that is killed (SIGKILL) at random moments and started again; yields what each kill
 * cost. In most rounds every client is gone with the server, so that only its disk can tell; in the others
 * one lives on, edits offline, and comes back.
 */
export async function* killRounds(options: KillOptions): AsyncGenerator<KillRound> {
  const { folder, furnished, port, seed } = options;
  const r = random(seed);
  const start = () => startServer({ DATA_DIR: folder, PORT: String(port) });
  let server: RunningServer = await start();
  const open = (kill: number) =>
    ProfileW.open(seatsAt(`http://127.0.0.1:${port}`, furnished), { rate: options.rate, seed: seed + kill });
  let profile = await open(0);
  try {
    for (let kill = 1; kill <= options.kills; kill += 1) {
      const survivor = kill % SURVIVES === 0 ? r.below(9) : null;
      const [least, most] = options.between;
      const moment = performance.now() + least + r.below(most - least);
      profile.start();
      await until(() => performance.now() >= moment, 'the moment', most + 10_000);
      server.signal('SIGKILL');
      await server.exited;
      profile.stop();
      const saved = profile.saved;

      profile.leave([...profile.clients.keys()].filter((seat) => seat !== survivor));
      const lived = survivor === null ? undefined : profile.clients[survivor];
      if (survivor !== null) for (let i = 0; i < 3; i += 1) profile.editAt(survivor);
      const notSeen = lived ? new Set(profile.lost(lived.journey)) : null;
      const seen = profile.edits.filter((edit) => notSeen && !notSeen.has(edit));
      server = await start();
      if (lived) await until(() => profile.allSaved, 'the survivor to be saved', 30_000);

      const next = await open(kill);
      // A reader, who has nothing but what the server gave.
      const there = (next.clients[10] as Client).journey;
      yield {
        made: profile.edits.length,
        saved: saved.length,
        savedAfter: saved.map((edit) => (edit.savedAt ?? edit.madeAt) - edit.madeAt),
        survivor: lived !== undefined,
        lostSaved: profile.lost(there, saved),
        lostSeen: profile.lost(there, seen),
        refusals: profile.refusals,
      };
      profile.close();
      profile = next;
    }
  } finally {
    profile.close();
    server.signal('SIGKILL');
    await server.exited;
  }
}
