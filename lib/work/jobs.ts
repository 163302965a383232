/**
 * Work too heavy for the event loop that everybody's edits go through, done by a thread of its own
 * (server/work). What goes in and out is copied between threads: plain data and bytes, no classes. Each
 * job loads what it needs when it is first asked for.
 */
export const jobs = {
  async findingsIn(state: Uint8Array) {
    return (await import('../services/snapshots/prepare.ts')).findingsIn(state);
  },
  async prepareSnapshot(input: import('../services/snapshots/prepare.ts').Preparation) {
    return (await import('../services/snapshots/prepare.ts')).prepareSnapshot(input);
  },
  async eraseFromSnapshot(
    input: Parameters<typeof import('../services/snapshots/erase-job.ts').eraseFromSnapshot>[0],
  ) {
    return (await import('../services/snapshots/erase-job.ts')).eraseFromSnapshot(input);
  },
  async lookForWords(input: import('../services/interviews/erase-look.ts').Looking) {
    return (await import('../services/interviews/erase-look.ts')).lookForWords(input);
  },
  async readLive(input: import('../services/snapshots/read-live.ts').LiveInput) {
    return (await import('../services/snapshots/read-live.ts')).readLive(input);
  },
  async branchedState(input: import('../services/to-be/state.ts').Branching) {
    return (await import('../services/to-be/state.ts')).branchedState(input);
  },
  async gapBetween(input: import('../services/to-be/state.ts').TwoStates) {
    return (await import('../services/to-be/state.ts')).gapBetween(input);
  },
  async drawChanges(input: import('../review/changes-picture.tsx').ChangesPictureInput) {
    return (await import('../review/changes-picture.tsx')).drawChanges(input);
  },
  async drawMap(input: import('../review/draw-map.tsx').MapDrawing) {
    return (await import('../review/draw-map.tsx')).drawMap(input);
  },
  async exportSnapshot(input: import('../export/export.ts').ExportInput) {
    return (await import('../export/export.ts')).exportSnapshot(input);
  },
  async readJourneyFile(bytes: Uint8Array) {
    return (await import('../export/json/read.ts')).readJourneyFile(bytes);
  },
  async writeDocument(input: import('../services/imports/written.ts').Writing) {
    return (await import('../services/imports/written.ts')).writeDocument(input);
  },
};

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<K extends JobName> = Parameters<Jobs[K]>[0];
export type JobOutput<K extends JobName> = Awaited<ReturnType<Jobs[K]>>;

/** Jobs that may take seconds: they wait for one another, and never before a snapshot. */
export const SLOW: ReadonlySet<JobName> = new Set<JobName>([
  'exportSnapshot',
  'readJourneyFile',
  'writeDocument',
]);
