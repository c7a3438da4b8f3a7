import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { offlineShell } from './build/offline-shell.ts';
import { mockApi } from './dev/mock-api.ts';

/** The policy that the service sends with every page; `vite preview` sends it too, so that a breach shows at once. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig(({ command }) => ({
  plugins: [vue(), offlineShell(), ...(command === 'serve' ? [mockApi()] : [])],
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  build: {
    outDir: process.env.PAGES_OUTPUT ?? 'dist',
    emptyOutDir: true,
    // The WebView of an old WeChat is what a grandparent's phone has.
    target: ['chrome87', 'safari14', 'firefox78'],
    manifest: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        public: resolve(import.meta.dirname, 'index.html'),
        console: resolve(import.meta.dirname, 'console.html'),
      },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
}));
