/** Place of every value in descending order, from 0; equal values keep their order. */
export function placesOf(values: ArrayLike<number>): Int32Array {
  const order = new Int32Array(values.length);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  const places = new Int32Array(values.length);
  for (let place = 0; place < order.length; place += 1) places[order[place] as number] = place;
  return places;
}

/** The same from 0 for the first to 1 for the last. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(placesOf(values), (place) => place / Math.max(1, values.length - 1));
}
