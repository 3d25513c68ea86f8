import type { Metadata } from '../../types.ts';
import type { PageText } from './page-text.ts';
import type { Tree } from './tree.ts';

export function readMetadata(_tree: Tree, _page: PageText): Metadata {
  return {};
}
