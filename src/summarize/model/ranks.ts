/** Place of every value in descending order, from 0; equal values keep their order. */
export function placesOf(values: ArrayLike<number>): Int32Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) => (values[b] as number) - (values[a] as number) || a - b,
  );
  const places = new Int32Array(values.length);
  for (const [place, i] of order.entries()) places[i] = place;
  return places;
}

/** The same from 0 for the first to 1 for the last. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(placesOf(values), (place) => place / Math.max(1, values.length - 1));
}
