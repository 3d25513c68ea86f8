import { anew } from '../text/anew.ts';
import { shortHash } from '../text/ids.ts';
import type { AnalyzedArticle, HighlightReason, Remember, Sentence } from '../types.ts';
import { type Judge, judgeArticle } from './judge.ts';
import type { HighlightModel } from './model/weights.ts';
import { createStands, rejectAlone } from './readable.ts';
import { areAlike, contentWords, createSaid, type Said, saySame, saysAgain } from './said.ts';
import { type Budget, candidatesOf, type Run, type Stands, selectRuns } from './select.ts';

/** Sentences of one article that were chosen as one highlight, and why. */
export type Pick = { article: string; sentences: Sentence[]; reason: HighlightReason };

export type SummaryOptions = {
  /** Most sentences of a story, and most words of its highlights together; one sentence may be longer than these. */
  limit: number;
  words: number;
  /** Sentences, by article and index, that articles of other stories have word for word: they say nothing of this one. */
  repeats?: ReadonlyMap<string, ReadonlySet<number>>;
  /** Null: position and centrality for all. */
  model: HighlightModel | null;
  /** Keeps what was chosen from an article. */
  remember?: Remember;
};

/** Most sentences of a story that several sources tell: one each. */
const mostOfSeveral = 5;

/** Half of an article at most: what is told should not spare the reader its source. */
function mostOf({ sentences }: AnalyzedArticle): number {
  return Math.ceil(sentences.length / 2);
}

/** Words that a source may have at least, of a budget shared by several, as long as it lasts. */
const fewestWords = 40;

/** Chooses highlights for stories; why sentences were kept out, and what was said in an issue, is kept as long as it. */
export type Summarizer = {
  /**
   * Highlights of a story, its own article first: each source in turn gives its best that neither the story nor the
   * issue has said before.
   */
  pick: (articles: readonly AnalyzedArticle[], issue: string) => Pick[];
  /** Sentences that an issue says whatever is picked: nothing is picked afterwards that says them again. */
  say: (article: AnalyzedArticle, sentences: readonly Sentence[], issue: string) => void;
  /** How many sentences of an article each filter kept out. */
  rejectedOf: (article: AnalyzedArticle) => { [reason: string]: number };
};

export function createSummarizer(options: SummaryOptions): Summarizer {
  const known = new Map<AnalyzedArticle, (string | null)[]>();
  const talks = new Map<string, Talk>();
  const { limit, words, model, repeats = new Map(), remember = anew } = options;
  // As one word, so that it can be among the inputs of what is remembered.
  const repeated = (article: AnalyzedArticle): string => [...(repeats.get(article.id) ?? [])].join();
  const rejectionsOf = (article: AnalyzedArticle): (string | null)[] => {
    const own = known.get(article) ?? rejectAlone(article, repeats.get(article.id));
    known.set(article, own);
    return own;
  };
  // Not kept: an article is asked for once, and its judge is large.
  const read = (article: AnalyzedArticle): Read => readArticle(article, () => rejectionsOf(article), model);
  const talkOf = (issue: string): Talk => {
    const talk = talks.get(issue) ?? { told: '', said: createSaid(saysAgain), unsaid: [] };
    talks.set(issue, talk);
    return talk;
  };
  return {
    say: (article, sentences, issue) => {
      const talk = talkOf(issue);
      const inputs = [article, sentences.map((s) => s.index).join()];
      const said = remember('said by hand', inputs, () =>
        sentences.map((s) => contentWords(s, article.language)),
      );
      talk.unsaid.push(...said);
      talk.told = after(talk.told, said);
    },
    pick: (articles, issue) => {
      const talk = talkOf(issue);
      // After the same words the same articles have the same highlights.
      const before = talk.told;
      const inputs = [before, limit, words, model, ...articles.flatMap((a) => [a, repeated(a)])];
      let fresh = false;
      const told = remember('told', inputs, () => {
        fresh = true;
        for (const set of talk.unsaid.splice(0)) talk.said.add(set);
        const turn = pickInTurn(articles, { limit, words, model, remember, read, repeated, said: talk.said });
        return { ...turn, told: after(before, turn.said) };
      });
      talk.told = told.told;
      if (!fresh) talk.unsaid.push(...told.said);
      return told.picks;
    },
    rejectedOf: (article) =>
      remember('rejected', [article, repeated(article)], () => countReasons(rejectionsOf(article))),
  };
}

/** Highlights of a story, and what they say as sets of words. */
type Told = { picks: Pick[]; said: Set<string>[] };

/**
 * What an issue has told: `told` is a hash of all its words; `unsaid` is not in `said` yet, since that is asked only for
 * a story not told before.
 */
type Talk = { told: string; said: Said; unsaid: Set<string>[] };

/** The hash of what is told when this is said too. */
function after(told: string, said: readonly Set<string>[]): string {
  return said.length === 0
    ? told
    : shortHash(`${told}\n${said.map((set) => [...set].join(' ')).join('\n')}`, 64);
}

/** What is known of an article: what of it may be told, its judge, and its sentences' content words. */
type Read = {
  rejections: () => (string | null)[];
  stands: Stands;
  judge: () => Judge;
  words: () => Set<string>[];
};

function readArticle(
  article: AnalyzedArticle,
  rejections: () => (string | null)[],
  model: HighlightModel | null,
): Read {
  return {
    rejections,
    stands: createStands(article, rejections),
    judge: once(() => judgeArticle(article, model)),
    words: once(() => article.sentences.map((s) => contentWords(s, article.language))),
  };
}

type Turn = Required<Omit<SummaryOptions, 'repeats'>> & {
  read: (article: AnalyzedArticle) => Read;
  repeated: (article: AnalyzedArticle) => string;
  said: Said;
};

function pickInTurn(articles: readonly AnalyzedArticle[], turn: Turn): Told {
  const limit = turn.limit === 0 ? 0 : Math.max(turn.limit, Math.min(articles.length, mostOfSeveral));
  const picks: Pick[] = [];
  const said: Set<string>[] = [];
  const here = createSaid(saySame);
  const left = { sentences: limit, words: turn.words };
  for (const [i, article] of articles.entries()) {
    // What is left is shared between this source and those to come; an odd one goes to the earlier.
    const share = Math.ceil(left.sentences / (articles.length - i));
    const words = Math.min(
      left.words,
      Math.max(fewestWords, Math.floor((left.words * share) / left.sentences)),
    );
    const budget = { limit: Math.min(share, mostOf(article)), words, lone: picks.length === 0 };
    for (const pick of share > 0 ? pickFrom(article, budget, { ...turn, here }) : []) {
      picks.push(pick);
      left.sentences -= pick.sentences.length;
      for (const sentence of pick.sentences) {
        left.words = Math.max(0, left.words - sentence.tokens.length);
        const set = contentWords(sentence, article.language);
        said.push(set);
        here.add(set);
        turn.said.add(set);
      }
    }
  }
  const [head] = articles;
  return { picks: picks.length === 0 && head && limit > 0 ? standfirstOf(head, turn) : picks, said };
}

/** What a standfirst may be and an ordinary highlight not: it stands right below its title. */
const allowedBelowTitle = new Set(['too short', 'unfinished', 'dangling opener', 'question alone', null]);

/** Of an article of which no sentence can be read on its own: its standfirst, which was written to be. */
function standfirstOf(article: AnalyzedArticle, { read }: Turn): Pick[] {
  const { rejections, judge } = read(article);
  const index = article.sentences.findIndex(
    (s, i) =>
      article.paragraphs[s.paragraph]?.kind === 'standfirst' &&
      allowedBelowTitle.has(rejections()[i] ?? null),
  );
  if (index < 0) return [];
  const reason = {
    score: judge().margins[index] ?? 0,
    reasons: ['its standfirst: no sentence of it can be read on its own'],
  };
  return [{ article: article.id, sentences: article.sentences.slice(index, index + 1), reason }];
}

function pickFrom(article: AnalyzedArticle, budget: Budget, turn: Turn & { here: Said }): Pick[] {
  const { model, said, here } = turn;
  const own = turn.read(article);
  const fresh = own.words().map((w) => !said.has(w) && !here.has(w));
  const inputs = [
    article,
    turn.repeated(article),
    ...Object.values(budget),
    model,
    fresh.map(Number).join(''),
  ];
  return turn.remember('picks', inputs, () => pickBest(article, own, fresh, budget));
}

/** The best set of an article's sentences, of those that are `fresh`: not said before. */
function pickBest(article: AnalyzedArticle, own: Read, fresh: readonly boolean[], budget: Budget): Pick[] {
  const { sentences } = article;
  const judge = own.judge();
  const wordsOf = (run: Run): Set<string>[] => own.words().slice(run.first, run.last + 1);
  const stands: Stands = (run) => fresh.slice(run.first, run.last + 1).every(Boolean) && own.stands(run);
  const { runs, weighed } = selectRuns(candidatesOf(judge.margins, stands, judge.telling), budget, {
    stands,
    margins: judge.margins,
    valuesOf: judge.valuesOf,
    alike: (a, b) => wordsOf(a).some((x) => wordsOf(b).some((y) => areAlike(x, y))),
    wordsOf: ({ first, last }) =>
      sentences.slice(first, last + 1).reduce((sum, s) => sum + s.tokens.length, 0),
  });
  return runs.map((run) => ({
    article: article.id,
    sentences: sentences.slice(run.first, run.last + 1),
    reason: reasonFor(run, judge, weighed),
  }));
}

function reasonFor({ first, last }: Run, judge: Judge, weighed: number): HighlightReason {
  const reasons = [
    ...judge.reasonsFor(first),
    ...(last > first ? ['told with the sentence before it, to which it points'] : []),
    ...(weighed > 1 ? [`best of ${weighed} sets`] : []),
  ];
  const score = Math.max(judge.margins[first] ?? 0, judge.margins[last] ?? 0);
  return { score, reasons };
}

function countReasons(rejections: readonly (string | null)[]): { [reason: string]: number } {
  const counts: { [reason: string]: number } = {};
  for (const reason of rejections) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
