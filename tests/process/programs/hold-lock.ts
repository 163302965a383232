/** Takes the lock of a data folder and holds it until it is ended: hold-lock.ts <folder> <address> */
import { lockFolder } from '../../../lib/db/lock.ts';

const [, , folder = '', address = ''] = process.argv;
try {
  const lock = await lockFolder(folder, address);
  process.once('SIGTERM', async () => {
    await lock.release();
    process.exit(0);
  });
  console.info('locked');
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.info(`refused: ${(error as Error).message}`);
  process.exit(1);
}
