import type { Metadata } from '../types.ts';

/** What grouping reads of an article; an analyzed article fits. */
export type GroupInput = {
  id: string;
  file: string;
  language: string;
  title: { text: string };
  sentences: { text: string; tokens: string[] }[];
  date: { value: string } | null;
  metadata: Metadata;
};
