import { checkDrawingRecord } from '../../../../lib/board/schema/index.ts';
import { Copy } from '../../../../server/sync/copy.ts';
import { kindsWith, type Sender } from '../../../../server/sync/kinds/index.ts';
import { Author } from '../clients/author.ts';
import type { Edits } from '../clients/yjs.ts';
import { plain } from '../prepared.ts';
import type { Cell, Figures, Group, Options } from './cell.ts';

const participant: Sender = {
  actor: { userId: 'bench', name: '', functionName: '', workshopId: '', role: 'participant' },
  mayWrite: true,
  mayBring: () => false,
};
const kind = kindsWith(checkDrawingRecord)('journey:');

/** The server's own copy of a document takes real edits, in this process; the judge's part is timed apart. */
async function cost(edits: Edits, options: Options): Promise<Figures> {
  const documents = plain(200, 100);
  const copy = new Copy(kind, () => [documents.state()]);
  const authors = Array.from({ length: 20 }, (_, i) => new Author(documents.state(), i, 20));
  const times = options.quick ? 4_000 : 20_000;
  // Made beforehand: an author's work is not the server's.
  const updates = Array.from({ length: times }, (_, i) => (authors[i % 20] as Author)[edits]());
  const warm = times / 2;
  let judging = 0;
  let all = 0;
  updates.forEach((update, i) => {
    const from = performance.now();
    const trial = copy.try(
      update,
      () => null,
      (change) => {
        const start = performance.now();
        const refusal = change.judge(participant);
        if (i >= warm) judging += performance.now() - start;
        return refusal;
      },
    );
    if (i >= warm) all += performance.now() - from;
    if (trial.kind !== 'accepted') throw new Error(`The bench's own edit was not taken: ${trial.kind}.`);
  });
  const measured = times - warm;
  return { judge: (judging / measured) * 1000, all: (all / measured) * 1000, edits: measured };
}

const cell = (name: string, edits: Edits): Cell => ({
  name,
  peers: ['ours'],
  run: (_, options) => cost(edits, options),
});

export const judgeGroup: Group = {
  name: 'judge',
  title: 'What judging an edit costs, measured apart (in one process, no sockets, no store)',
  columns: { judge: 'judge µs', all: 'read, apply and judge µs', edits: 'edits' },
  cells: [cell('cards moved and typed in', 'card'), cell('drawn notes', 'note')],
};
