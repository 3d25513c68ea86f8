/** An issue as strokes: one a story, the lead first, a gap between themes; the longer the read, the higher. */
import type { Issue, Story } from '../types.ts';
import type { Strings } from './strings.ts';
import { toldStories } from './view.ts';

/** `lead` and `others` are path data within a box of `width` by `height` pixels; `label` says the same in words. */
export type Tally = { width: number; height: number; lead: string; others: string; label: string };

/** Pixels of a drawing: the highest stroke, from stroke to stroke, the stroke itself, between themes, most in all. */
type Scale = { high: number; step: number; stroke: number; gap: number; wide: number };

const scales = {
  head: { high: 56, step: 12, stroke: 6.5, gap: 10, wide: 260 },
  row: { high: 18, step: 5, stroke: 2.5, gap: 3, wide: 120 },
} as const satisfies { [name: string]: Scale };

/** Minutes that fill the height when no story takes longer: one of a minute is no tower. */
const fewestMinutes = 3;

/** Null where there is nothing to draw. A drawing too wide is drawn closer. */
export function drawTally(issue: Issue, strings: Strings, kind: keyof typeof scales): Tally | null {
  const lead = issue.lead ? [issue.lead] : [];
  const groups = [lead, ...issue.themes.map((theme) => toldStories(theme, issue))].filter(
    (g) => g.length > 0,
  );
  const stories = groups.flat();
  if (stories.length === 0) return null;
  const { high, step, stroke, gap, wide } = scales[kind];
  const full = (stories.length - 1) * step + (groups.length - 1) * gap + stroke;
  const close = Math.min(1, wide / full);
  const longest = stories.reduce((max, { minutes }) => Math.max(max, minutes), fewestMinutes);
  const sizeOf = ({ minutes }: Story): number => Math.max(3, (minutes / longest) * high);
  const height = round(Math.max(...stories.map(sizeOf)));
  let x = 0;
  const strokes = groups.flatMap((group) => {
    const drawn = group.map((story, i) =>
      drawStroke(x + i * step * close, sizeOf(story), height, stroke * close),
    );
    x += (group.length * step + gap) * close;
    return drawn;
  });
  return {
    width: round(full * close),
    height,
    lead: strokes.slice(0, lead.length).join(''),
    others: strokes.slice(lead.length).join(''),
    label: strings.tally(stories.length),
  };
}

function drawStroke(x: number, size: number, height: number, width: number): string {
  return `M${round(x)} ${height}v-${round(size)}h${round(width)}V${height}z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
