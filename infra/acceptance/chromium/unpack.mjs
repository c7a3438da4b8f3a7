// Unpacks what npm brought: Chromium, and the libraries that it needs and the machine may lack.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

const here = import.meta.dirname;
const unpacked = join(here, 'node_modules', '.chromium');

rmSync(unpacked, { recursive: true, force: true });
mkdirSync(unpacked);
process.env.TMPDIR = unpacked; // the package unpacks to the system's temporary folder

await chromium.executablePath();
await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));

// the last step: says which versions are here, complete
copyFileSync(join(here, 'package-lock.json'), join(unpacked, 'package-lock.json'));
