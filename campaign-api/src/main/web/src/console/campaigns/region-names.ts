import { shallowReactive } from 'vue';
import { childRegions } from '../api';

const names = shallowReactive(new Map<string, string>());
const asked = new Set<string>();

export function rememberRegions(regions: { code: string; name: string }[]): void {
  regions.forEach(({ code, name }) => names.set(code, name));
}

/** The name of a region with those above it, as far as they are known by now; asks for what is missing. */
export function regionName(code: string): string {
  const path = [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])];
  path.slice(0, -1).forEach((parent, depth) => {
    if (!names.has(path[depth + 1]!) && !asked.has(parent)) {
      asked.add(parent);
      void childRegions(parent).then(rememberRegions).catch(() => asked.delete(parent));
    }
  });
  const known = path.map((step) => names.get(step)).filter((name) => name !== undefined);
  return names.has(code) ? known.join(' · ') : code;
}
