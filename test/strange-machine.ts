/** Loaded before a build in a test: another year, a clock that jumps, folders listed backwards, no dice. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const real = Date;
let jumps = 0;

const strangeNow = (): number => {
  jumps += 1;
  return real.UTC(1999, 11, 31, 23, 59, 0) + jumps * 86_400_000;
};

globalThis.Date = new Proxy(real, {
  construct: (target, args, made) =>
    Reflect.construct(target, args.length === 0 ? [strangeNow()] : args, made),
  apply: () => new real(strangeNow()).toString(),
  get: (target, key) => (key === 'now' ? strangeNow : Reflect.get(target, key)),
});

Math.random = () => 0.123456;

const list = fs.readdirSync;
fs.readdirSync = ((...args: Parameters<typeof list>) => [...list(...args)].reverse()) as typeof list;
syncBuiltinESMExports();
