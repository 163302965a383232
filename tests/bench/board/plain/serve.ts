import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { installationRoot } from '../../../../lib/db/root.ts';

const root = installationRoot(import.meta.url);

export interface PlainPage {
  url: string;
  /** What the page loads from now on. */
  store(document: unknown): void;
  /** The bundle's JavaScript, gzipped, in bytes. */
  gzip: number;
  close(): void;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>tldraw</title><link rel="stylesheet" href="/app.css">
<div id="root"></div><script type="module" src="/app.js"></script>`;

/** Bundles the page as a production build and serves it with tldraw's assets, all from this machine. */
export async function servePlain(): Promise<PlainPage> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-plain-'));
  await build({
    absWorkingDir: root,
    entryPoints: { app: 'tests/bench/board/plain/app.tsx' },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  const assets = path.join(root, 'node_modules/@tldraw/assets');
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith('/tldraw/')
      ? path.join(assets, path.normalize(pathname.slice('/tldraw'.length)))
      : path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    store: (document) => writeFileSync(path.join(folder, 'document.json'), JSON.stringify(document)),
    gzip: gzipSync(readFileSync(path.join(folder, 'app.js')), { level: 9 }).length,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
