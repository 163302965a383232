/** @type {import('next').NextConfig} */
export default {
  // Lets several servers run from one checkout (tests beside a development server).
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // One copy of each in the process: Next's own bundles would evaluate them a second time.
  serverExternalPackages: ['yjs', 'y-protocols', 'lib0', 'ws', 'drizzle-orm', '@electric-sql/pglite'],
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  async headers() {
    return [
      {
        source: '/tldraw/:path*',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=604800' }],
      },
      {
        // The version stands in the address.
        source: '/fonts/:path*',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
      },
    ];
  },
};
