/** Seals without what renders them: who only sends need not load the stages. */
export { parseSeal, type Seal } from '../compose/seals.ts';
