/** Writes rows into a data folder for as long as it lives, and says each once it is stored: write-rows.ts <folder> */
import { openDatabase } from '../../../lib/db/open.ts';
import { docUpdates } from '../../../lib/db/schema/index.ts';

const { db } = await openDatabase({ dataDir: process.argv[2] ?? '', databaseUrl: undefined });
for (;;) {
  const [row] = await db
    .insert(docUpdates)
    .values({ doc: 'journey:1', bytes: new Uint8Array(200) })
    .returning({ seq: docUpdates.seq });
  console.info(`stored ${row?.seq}.`);
}
