import { analyze } from '../analyze/analyze.ts';
import { type Composition, compose } from '../compose/compose.ts';
import { type EditorPage, parseEditorPage } from '../compose/editor-page.ts';
import { decisionsOf } from '../compose/places.ts';
import { parseSeal, type Seal } from '../compose/seals.ts';
import type { Config } from '../config.ts';
import { markCopies } from '../group/copies.ts';
import { groupArticles } from '../group/group.ts';
import { isPeriodKey, periodLabel, periodOf, periodStart } from '../group/periods.ts';
import type { InputFile } from '../ingest/reader.ts';
import { rarityOf } from '../summarize/model/tables.ts';
import { type HighlightModel, loadModel } from '../summarize/model/weights.ts';
import { createSummarizer } from '../summarize/summarize.ts';
import { sameName } from '../text/nearest.ts';
import { readPictures } from '../text/pictures.ts';
import type {
  AnalyzedArticle,
  Diagnostic,
  FileFates,
  FileRead,
  PictureBytes,
  ReadPicture,
  Remember,
  Result,
  Segmented,
  StoryGroup,
} from '../types.ts';
import { type Cache, forgetful } from './cache.ts';
import type { ReadArticles } from './reading.ts';

/** Everything the output depends on. Paths of files are below articles/. */
export type DigestInput = {
  config: Config;
  files: readonly InputFile[];
  pages: readonly { file: string; issue: string; text: string }[];
  seals: readonly { file: string; issue: string; text: string }[];
  ids: ReadonlyMap<string, string>;
  /** What chooses highlights, instead of the model that ships; null: position and centrality alone. */
  model?: HighlightModel | null;
  /** Reads one file: in this thread where nothing else is said. It must do what `readArticles` does. */
  read?: ReadArticles;
  /** Reads the editor's own pictures; without it there are none. */
  readPicture?: ReadPicture;
  /** What earlier runs made: the digest is the same with and without. */
  cache?: Cache;
};

/** What became of the input, stage by stage. */
export type Digest = {
  readings: FileFates[];
  parts: Segmented[];
  articles: AnalyzedArticle[];
  idAdditions: [form: string, id: string][];
  groups: StoryGroup[];
  /** How many sentences of an article each filter kept out. */
  rejectedOf: (article: AnalyzedArticle) => { [reason: string]: number };
  composition: Composition;
  pages: EditorPage[];
  seals: Seal[];
  /** The editor's own that the issues show, as far as they are what the issues name. */
  pictures: PictureBytes;
};

/** From files to issues: the order of the stages, and nothing else. */
export async function makeDigest(input: DigestInput): Promise<Result<Digest>> {
  return await (input.cache ?? forgetful).run('digest', (remember) => runStages(input, remember));
}

async function runStages(input: DigestInput, remember: Remember): Promise<Result<Digest>> {
  const { config } = input;
  const diagnostics: Diagnostic[] = [];
  const keep = <T>(result: Result<T>): T => {
    // One by one: a hundred thousand are too many arguments for one call.
    for (const diagnostic of result.diagnostics) diagnostics.push(placeInNewsletter(diagnostic));
    return result.value;
  };
  // The readers are loaded only where they run.
  const read = input.read ?? (await import('./reading.ts')).readArticles;
  const files: FileRead[] = [];
  for (const file of input.files) {
    const inputs = [file.path, file.bytes, config.limits.fileSeconds];
    files.push(keep(await remember('read', inputs, () => read(file))));
  }
  const readings = files.flatMap(({ reading }) => reading ?? []);
  const segmented = files.flatMap(({ parts }) => parts);
  const pages = input.pages.map(({ file, issue, text }) => keep(parseEditorPage(file, issue, text)));
  const seals = input.seals.flatMap((seal) => keep(parseSeal(seal)) ?? []);
  const model = input.model === undefined ? await remember('model', [], loadModel) : input.model;
  const { articles, idAdditions } = keep(
    await analyze(segmented, {
      language: config.language,
      timeZone: config.timeZone,
      ids: input.ids,
      dates: datesOf(pages),
      remember,
    }),
  );
  const { groups, repeats } = keep(
    groupArticles(articles, {
      themes: config.themes,
      merges: pages.flatMap((p) => p.merge),
      splits: pages.flatMap((p) => p.split),
      decided: movedToThemes(pages, config),
      rarity: model && remember('rarity', [model], () => (stem: string) => rarityOf(model.tables, stem)),
      remember,
    }),
  );
  const summarizer = createSummarizer({
    limit: config.highlights,
    words: config.highlightWords,
    repeats,
    model,
    remember,
  });
  const composition = keep(
    compose(
      { articles, groups, pages, seals },
      {
        language: config.language,
        themes: config.themes.map((t) => t.name),
        pick: summarizer.pick,
        say: summarizer.say,
        readPicture: input.readPicture,
        periodOf: (date) => periodOf(date.value, config.period),
        periodLabel: (key) => periodLabel(key, config.language),
        periodStart: (key) => (isPeriodKey(key, config.period) ? periodStart(key) : null),
        remember,
      },
    ),
  );
  const folded = (id: string): boolean => {
    const place = composition.places.get(id);
    return place !== undefined && 'tray' in place && place.tray === 'folded';
  };
  const copies = groups.map((g) => ({ ...g, folded: g.folded.filter((f) => folded(f.id)) }));
  const parts = markCopies(segmented, articles, copies, remember);
  return {
    value: {
      readings,
      parts,
      articles,
      idAdditions,
      groups,
      rejectedOf: summarizer.rejectedOf,
      composition,
      pages,
      seals,
      pictures: readPictures(
        composition.issues.map(({ issue }) => issue),
        input.readPicture,
      ),
    },
    diagnostics,
  };
}

/** Articles that editors put under a theme, by id. */
function movedToThemes(pages: readonly EditorPage[], config: Config): Set<string> {
  const { themes } = decisionsOf(pages, (text) => isPeriodKey(text, config.period));
  const names = config.themes.map((t) => t.name);
  return new Set([...themes].flatMap(([id, to]) => (sameName(to, names) ? [id] : [])));
}

/** Dates that editors gave, by article id. */
function datesOf(
  pages: readonly EditorPage[],
): Map<string, { value: string; file: string; line: number | undefined }> {
  const entries = pages.flatMap((page) =>
    Object.entries(page.date).map(
      ([id, value]) => [id, { value, file: page.file, line: page.lineOf(id) }] as const,
    ),
  );
  return new Map(entries);
}

/** Stages name files below articles/; the editor works in the folder above. */
export function placeInNewsletter(diagnostic: Diagnostic): Diagnostic {
  const { file } = diagnostic;
  return file === undefined
    ? diagnostic
    : { ...diagnostic, file: file === '' ? 'articles' : `articles/${file}` };
}
