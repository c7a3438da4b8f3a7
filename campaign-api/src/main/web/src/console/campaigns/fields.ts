import type { FieldProblem } from '../api';

/** `activities[0].blueprint[2].count` and then the fields around it, the nearest first. */
export function around(path: string): string[] {
  const steps = [path];
  for (let at = path; ; ) {
    const cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
    if (cut <= 0) {
      return steps;
    }
    at = at.slice(0, cut);
    steps.push(at);
  }
}

/** Which activity a field belongs to, from 0. */
export function activityOf(path: string): number | undefined {
  const index = /^activities\[(\d+)]/.exec(path)?.[1];
  return index === undefined ? undefined : Number(index);
}

/** The field without its activity, `blueprint[2].count`, and `activities` itself as it is. */
export function withinActivity(path: string): string {
  return path.replace(/^activities\[\d+]\.?/, '');
}

/** The field that stands for it in the form: parts of a list are shown by the list. */
export function fieldName(path: string): string {
  return withinActivity(path).replace(/\[.*$/, '').replace(/^eligibility\./, '');
}

export function problemsAt(problems: FieldProblem[], path: string): FieldProblem[] {
  return problems.filter(({ field }) => field === path);
}

/** Including those of the parts of a field. */
export function problemsIn(problems: FieldProblem[], path: string): FieldProblem[] {
  return problems.filter(({ field }) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`));
}

/** The element of the nearest field that the form has, which carries its path as `data-field`. */
export function elementOf(root: ParentNode, path: string): HTMLElement | undefined {
  for (const step of around(path)) {
    const found = [...root.querySelectorAll<HTMLElement>('[data-field]')].find(({ dataset }) => dataset.field === step);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Shows the field of a problem and puts the keyboard into it. */
export function jumpTo(root: ParentNode, path: string): void {
  const field = elementOf(root, path);
  if (!field) {
    return;
  }
  const control = field.matches('input, textarea, select, button, [tabindex]')
    ? field
    : field.querySelector<HTMLElement>('input, textarea, select, button, [tabindex="0"]');
  field.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  control?.focus({ preventScroll: true });
}
