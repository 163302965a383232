import { execFileSync, spawnSync } from 'node:child_process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The system's Chromium or Chrome (CHROME_PATH first). Debian's is installed, with an emoji font, when
 * there is none and we are root; otherwise `reason` is one sentence with the command to run.
 */
export function findChromium() {
  const found = locate();
  if (found) return { path: found };
  const install = 'apt-get update && apt-get install -y chromium fonts-noto-color-emoji';
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.info(`No Chromium here; installing Debian's: ${install}`);
    spawnSync('sh', ['-c', install], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = locate();
    if (installed) return { path: installed };
  }
  return {
    path: undefined,
    reason: `The browser tests did not run: no Chromium or Chrome was found. Install one (on Debian: sudo sh -c '${install}') or set CHROME_PATH, and run npm test again.`,
  };
}

function locate() {
  for (const candidate of [process.env.CHROME_PATH, ...NAMES, MAC]) {
    if (candidate && spawnSync(candidate, ['--version']).status === 0) {
      return candidate.startsWith('/')
        ? candidate
        : execFileSync('which', [candidate], { encoding: 'utf8' }).trim();
    }
  }
  return undefined;
}
