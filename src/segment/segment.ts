import type { PartReading, Result, Segmented } from '../types.ts';
import { segmentDump } from './dump.ts';
import { withholdPersonal } from './personal.ts';
import { segmentStructured } from './structured.ts';

/**
 * Finds the articles of a part and gives every unit of it exactly one class. Nothing is rewritten: titles and
 * paragraphs are ranges of the part.
 */
export function segment(reading: PartReading): Result<Segmented> {
  const { value, diagnostics } =
    reading.shape === 'article' ? segmentStructured(reading) : segmentDump(reading);
  return { value: withholdPersonal(reading, value), diagnostics };
}
