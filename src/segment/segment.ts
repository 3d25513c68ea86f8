import type { PartReading, Result, Segmented } from '../types.ts';
import { segmentDump } from './dump.ts';

/** Finds the articles of a part and gives every unit of it a class. */
export function segment(reading: PartReading): Result<Segmented> {
  return segmentDump(reading);
}
