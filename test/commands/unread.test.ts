import { expect, test } from 'vitest';
import { prepare } from '../../src/commands/prepare.ts';
import { findUnread } from '../../src/commands/unread.ts';
import { makeContext } from '../run.ts';
import { makeNewsletter } from '../newsletter.ts';
