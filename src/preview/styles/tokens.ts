/** Colours of the preview: light, dark. Every text colour has 4.5:1 or more on what it stands on; a test counts. */
export const colours = {
  paper: ['#ffffff', '#151b18'],
  chrome: ['#eef0ea', '#0d110f'],
  tint: ['#f5f7f0', '#1b221e'],
  chosen: ['#dfe5da', '#262e2a'],
  ink: ['#18201c', '#e7ece5'],
  soft: ['#56605a', '#a4afa7'],
  link: ['#0b5b43', '#93d6b4'],
  'button-text': ['#ffffff', '#0d110f'],
  hairline: ['#d3d8cf', '#333d37'],
  rule: ['#18201c', '#a4afa7'],
  stroke: ['#b9cc2a', '#97a72b'],
  mark: ['#e4f07a', '#a9b83a'],
  'mark-text': ['#18201c', '#11160f'],
  bar: ['#85978b', '#6b7b71'],
  warn: ['#8a4b00', '#f0b86a'],
  bad: ['#a3202c', '#ff9c9c'],
  title: ['#d5e9dc', '#1d4434'],
  boilerplate: ['#e4e6e1', '#2a312d'],
  duplicate: ['#dde2f5', '#2b3254'],
  unreadable: ['#f8dcdc', '#552428'],
} as const satisfies { [name: string]: readonly [light: string, dark: string] };

const fonts = {
  serif: "'Palatino Linotype', Palatino, P052, 'Book Antiqua', Georgia, serif",
  sans: "'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Arial, sans-serif",
  mono: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
};

/** The tokens as custom properties: `var(--ink)`, `var(--serif)`. They follow the scheme of the system. */
export const tokens = `:root {
  color-scheme: light dark;
${Object.entries(colours)
  .map(([name, [light, dark]]) => `  --${name}: light-dark(${light}, ${dark});`)
  .join('\n')}
${Object.entries(fonts)
  .map(([name, families]) => `  --${name}: ${families};`)
  .join('\n')}
}
`;
