import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rollup } from 'vite';

const SOURCE = new URL('../src/offline/service-worker.js', import.meta.url);

/** Writes `sw.js`, which keeps the public pages (nothing of the console) for a phone without a network. */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const start = Object.values(bundle).find(
          (file): file is Rollup.OutputChunk =>
            file.type === 'chunk' && (file.facadeModuleId?.endsWith('/index.html') ?? false),
        );
        if (!start) {
          this.error('index.html is not in the bundle');
        }
        const shell = ['/', ...[...filesOf(start, bundle)].map((file) => `/${file}`), '/favicon.svg'];
        const page = bundle['index.html'];
        const version = createHash('sha256')
          .update(shell.join())
          .update(page?.type === 'asset' ? page.source : '')
          .digest('hex')
          .slice(0, 12);
        const source = readFileSync(SOURCE, 'utf8')
          .replace("'%VERSION%'", JSON.stringify(version))
          .replace("'%SHELL%'", JSON.stringify(shell));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

function filesOf(chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle, found = new Set<string>()): Set<string> {
  found.add(chunk.fileName);
  for (const file of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) {
    found.add(file);
  }
  for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
    const next = bundle[name];
    if (next?.type === 'chunk' && !found.has(name)) {
      filesOf(next, bundle, found);
    }
  }
  return found;
}
