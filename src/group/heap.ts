export type Heap<T> = { push: (item: T) => void; pop: () => T | undefined };

/** A binary heap; `before` must order any two different items, so that the order of pushes never shows. */
export function createHeap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const items: T[] = [];
  const rises = (child: number, parent: number): boolean => {
    const [low, high] = [items[child], items[parent]];
    if (low === undefined || high === undefined || !before(low, high)) return false;
    items[child] = high;
    items[parent] = low;
    return true;
  };
  const siftUp = (at: number): void => {
    for (let i = at; i > 0 && rises(i, (i - 1) >> 1); i = (i - 1) >> 1);
  };
  const siftDown = (at: number): void => {
    for (let i = at; ; ) {
      const [left, right] = [items[2 * i + 1], items[2 * i + 2]];
      const child = left !== undefined && right !== undefined && before(right, left) ? 2 * i + 2 : 2 * i + 1;
      if (!rises(child, i)) return;
      i = child;
    }
  };
  return {
    push: (item) => {
      items.push(item);
      siftUp(items.length - 1);
    },
    pop: () => {
      const top = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        siftDown(0);
      }
      return top;
    },
  };
}
