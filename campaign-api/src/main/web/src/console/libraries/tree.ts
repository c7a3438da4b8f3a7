import type { Library } from '../api';

export const LEVELS = ['NATIONAL', 'PROVINCIAL', 'CITY', 'COUNTY'] as const;

export interface LibraryFilter {
  text: string;
  level: Library['level'] | '';
  /** Code of a province; empty for all. */
  province: string;
}

export interface LibraryRow {
  library: Library;
  depth: number;
  /** How many libraries stand directly under it. */
  children: number;
  /** From the top down, where the row stands alone. */
  path: Library[];
}

/** Libraries by their place: which are under which. One whose parent nobody knows stands at the top. */
export class LibraryTree {
  private readonly byCode: Map<string, Library>;
  private readonly under = new Map<string, Library[]>();

  constructor(libraries: Library[]) {
    this.byCode = new Map(libraries.map((library) => [library.code, library]));
    for (const library of libraries) {
      const parent = library.parent && this.byCode.has(library.parent) ? library.parent : '';
      this.under.set(parent, [...(this.under.get(parent) ?? []), library]);
    }
  }

  find(code: string | null | undefined): Library | undefined {
    return code ? this.byCode.get(code) : undefined;
  }

  /** A library or any of those above it. */
  isWithin(code: string, root: string): boolean {
    return this.path(code).some((library) => library.code === root);
  }

  /** The library and those above it, the highest first. */
  path(code: string): Library[] {
    const path: Library[] = [];
    for (let at = this.byCode.get(code); at && !path.includes(at); at = at.parent ? this.byCode.get(at.parent) : undefined) {
      path.unshift(at);
    }
    return path;
  }

  /** What is seen of the tree when those libraries are unfolded. */
  rows(unfolded: ReadonlySet<string>, root = '', depth = 0): LibraryRow[] {
    return (this.under.get(root) ?? []).flatMap((library) => [
      this.row(library, depth),
      ...(unfolded.has(library.code) ? this.rows(unfolded, library.code, depth + 1) : []),
    ]);
  }

  /** Those that are looked for, each with the way to it instead of its place. */
  found({ text, level, province }: LibraryFilter): LibraryRow[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return [...this.byCode.values()]
      .filter(
        (library) =>
          (level === '' || library.level === level) &&
          (province === '' || library.region.slice(0, 2) === province.slice(0, 2)) &&
          words.every((word) => `${library.code} ${library.name}`.toLowerCase().includes(word)),
      )
      .map((library) => this.row(library, 0));
  }

  private row(library: Library, depth: number): LibraryRow {
    return { library, depth, children: this.under.get(library.code)?.length ?? 0, path: this.path(library.code).slice(0, -1) };
  }
}
