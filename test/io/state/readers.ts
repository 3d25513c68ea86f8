/** Invented readers, also for benches, which have no test to end with. */
import { createHash } from 'node:crypto';
import type { Subscriber } from '../../../src/deliver/types.ts';

export const today = '2026-06-01T08:00:00.000Z';

export function reader(email: string, more: Partial<Subscriber> = {}): Subscriber {
  return {
    id: createHash('sha256').update(`id of ${email}`).digest('hex').slice(0, 32),
    email,
    name: null,
    tags: [],
    language: null,
    status: 'active',
    consent: null,
    created: today,
    updated: today,
    softBounces: 0,
    ...more,
  };
}

export function readers(count: number): Subscriber[] {
  return Array.from({ length: count }, (_, i) => reader(`reader${String(i).padStart(6, '0')}@pond.example`));
}
