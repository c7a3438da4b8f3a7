import type { StaffSession } from '../api';
import { t } from '../messages';

/** An organiser answers for the country, or for a library and what is under it. */
export function roleName({ role, library }: Pick<StaffSession, 'role' | 'library'>): string {
  return role === 'LIAISON' ? t.value.role.LIAISON : library ? t.value.role.LIBRARY_ORGANISER : t.value.role.ORGANISER;
}
