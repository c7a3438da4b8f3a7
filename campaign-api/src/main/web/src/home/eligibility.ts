import type { Activity, Participant } from '../api/contract';

/** Whether an activity is for this person; the service has the last word. */
export function isFor({ eligibility: { ageBands, regions } }: Activity, person: Participant): boolean {
  const lives = [person.province, person.city, person.county];
  return (
    (ageBands.length === 0 || ageBands.includes(person.ageBand)) &&
    (regions.length === 0 || regions.some((region) => lives.includes(region)))
  );
}
