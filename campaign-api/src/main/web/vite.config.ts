import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { offlineShell } from './build/offline-shell.ts';
import { mockApi } from './dev/mock-api.ts';

/** The policy that the service sends with the public pages (the console may set styles too); `vite preview` sends it too, so that a breach shows at once. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** A running Shuxiang, such as `http://localhost:8080`, to develop against; without one the sample of it in `dev` answers. */
const server = process.env.SHUXIANG_SERVER;
const proxy: Record<string, string> = server ? { '/api': server } : {};

/** Two builds, `vite build` and `vite build --mode console`: what only the console needs of Vue stays out of the public files. */
export default defineConfig(({ command, mode }) => ({
  plugins: [vue(), ...(mode === 'console' ? [] : [offlineShell()]), ...(command === 'serve' ? [mockApi(server === undefined)] : [])],
  server: { proxy },
  preview: { proxy, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  build: {
    outDir: process.env.PAGES_OUTPUT ?? 'dist',
    emptyOutDir: mode !== 'console',
    // The WebView of an old WeChat is what a grandparent's phone has.
    target: ['chrome87', 'safari14', 'firefox78'],
    manifest: mode !== 'console',
    assetsInlineLimit: 0,
    // ECharts, which nothing but the console's charts loads.
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      input: resolve(import.meta.dirname, mode === 'console' ? 'console.html' : 'index.html'),
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
}));
